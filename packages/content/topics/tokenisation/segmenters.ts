/**
 * The segmenters of the lesson, kept small: they exist to recompute its numbers. Counts, smoothing and tie rules are
 * those that the lesson states.
 */
export const trainingSentences =
  "研究 生命 的 起源|研究生 学习 模型|他 研究 语言 模型|生命 起源 于 海洋|我们 训练 大 模型|美国 会 采取 措施|国会 采取 措施|他 将 来 上海|我 将来 去 上海|李明 学习 语言|王明 研究 海洋|张华 训练 模型"
    .split("|")
    .map((line) => line.split(" "));

export const rawLines = trainingSentences.map((words) => words.join(""));
export const wordCounts = new Map<string, number>();
for (const word of trainingSentences.flat()) wordCounts.set(word, (wordCounts.get(word) ?? 0) + 1);
export const wordTotal = trainingSentences.flat().length;

const longest = (dictionary: ReadonlySet<string>) => Math.max(1, ...[...dictionary].map((word) => [...word].length));

export function forwardMaxMatch(text: string, dictionary: ReadonlySet<string>): string[] {
  const characters = [...text];
  const limit = longest(dictionary);
  const tokens: string[] = [];
  for (let at = 0; at < characters.length;) {
    let length = Math.min(limit, characters.length - at);
    while (length > 1 && !dictionary.has(characters.slice(at, at + length).join(""))) length--;
    tokens.push(characters.slice(at, at + length).join(""));
    at += length;
  }
  return tokens;
}

export function reverseMaxMatch(text: string, dictionary: ReadonlySet<string>): string[] {
  const mirror = (word: string) => [...word].reverse().join("");
  return forwardMaxMatch(mirror(text), new Set([...dictionary].map(mirror)))
    .map(mirror)
    .reverse();
}

export function bidirectionalMaxMatch(text: string, dictionary: ReadonlySet<string>): string[] {
  const forward = forwardMaxMatch(text, dictionary);
  const reverse = reverseMaxMatch(text, dictionary);
  const singles = (tokens: string[]) => tokens.filter((token) => [...token].length === 1).length;
  if (forward.length !== reverse.length) return forward.length < reverse.length ? forward : reverse;
  return singles(forward) < singles(reverse) ? forward : reverse;
}

/** Best path by the sum of log scores; `score` gives undefined for strings that are no edge. */
export function bestPath(
  text: string,
  score: (piece: string) => number | undefined,
): { pieces: string[]; score: number } {
  const characters = [...text];
  const best: { pieces: string[]; score: number }[] = [{ pieces: [], score: 0 }];
  for (let end = 1; end <= characters.length; end++) {
    let winner = { pieces: [] as string[], score: -Infinity };
    for (let start = 0; start < end; start++) {
      const piece = characters.slice(start, end).join("");
      const value = score(piece);
      const before = best[start];
      if (value === undefined || before === undefined) continue;
      if (before.score + value > winner.score)
        winner = { pieces: [...before.pieces, piece], score: before.score + value };
    }
    best.push(winner);
  }
  return best[characters.length] ?? { pieces: [], score: 0 };
}

/** The word lattice: log(c / N), an unknown single character counts as half an occurrence. */
export function latticeScore(word: string): number | undefined {
  const count = wordCounts.get(word) ?? ([...word].length === 1 ? 0.5 : undefined);
  return count === undefined ? undefined : Math.log(count / wordTotal);
}

export const tagsOf = (words: string[]) =>
  words.map((word) => (word.length === 1 ? "S" : `B${"M".repeat(word.length - 2)}E`)).join("");

export const successors: Record<string, string> = { B: "ME", M: "ME", E: "BS", S: "BS" };

/** Supervised training is one pass of counting; delta is the smoothing. */
export function trainHmm(delta: number) {
  const initial: Record<string, number> = {};
  const transition: Record<string, number> = {};
  const leaving: Record<string, number> = {};
  const emission: Record<string, number> = {};
  const tagCount: Record<string, number> = {};
  const seen = new Set<string>();
  const add = (table: Record<string, number>, key: string) => (table[key] = (table[key] ?? 0) + 1);
  for (const words of trainingSentences) {
    const characters = [...words.join("")];
    const tags = [...tagsOf(words)];
    add(initial, tags[0] ?? "");
    tags.forEach((tag, at) => {
      const character = characters[at] ?? "";
      seen.add(character);
      add(tagCount, tag);
      add(emission, tag + character);
      const next = tags[at + 1];
      if (next) {
        add(transition, tag + next);
        add(leaving, tag);
      }
    });
  }
  const sentences = trainingSentences.length;
  return {
    seen,
    start: (tag: string) => Math.log(((initial[tag] ?? 0) + delta) / (sentences + 2 * delta)),
    step: (from: string, to: string) =>
      Math.log(((transition[from + to] ?? 0) + delta) / ((leaving[from] ?? 0) + 2 * delta)),
    emit: (tag: string, character: string) =>
      Math.log(((emission[tag + character] ?? 0) + delta) / ((tagCount[tag] ?? 0) + delta * (seen.size + 1))),
    counts: { transition, leaving },
  };
}

export interface Scorer {
  start: (tag: string, at: number) => number;
  step: (from: string, to: string) => number;
  emit: (tag: string, at: number) => number;
}

/** Viterbi over the legal B/M/E/S sequences; a sentence starts in B or S and ends in E or S. */
export function viterbi(length: number, scorer: Scorer): { tags: string; score: number } {
  let paths = new Map(["B", "S"].map((tag) => [tag, { tags: tag, score: scorer.start(tag, 0) + scorer.emit(tag, 0) }]));
  for (let at = 1; at < length; at++) {
    const next: typeof paths = new Map();
    for (const [from, path] of paths)
      for (const to of successors[from] ?? "") {
        const score = path.score + scorer.step(from, to) + scorer.emit(to, at);
        if (score > (next.get(to)?.score ?? -Infinity)) next.set(to, { tags: path.tags + to, score });
      }
    paths = next;
  }
  const ends = ["E", "S"].flatMap((tag) => paths.get(tag) ?? []);
  return ends.reduce((a, b) => (b.score > a.score ? b : a));
}

export function cut(text: string, tags: string): string[] {
  const words: string[] = [];
  [...text].forEach((character, at) => {
    if (tags[at] === "B" || tags[at] === "S") words.push(character);
    else words[words.length - 1] += character;
  });
  return words;
}

/** Weights of a linear-chain CRF with the features (previous | this | next character) x tag and tag x tag. */
export function trainCrf(iterations: number, rate = 0.5, l2 = 0.01) {
  const weights = new Map<string, number>();
  const weight = (key: string) => weights.get(key) ?? 0;
  const features = (characters: string[], at: number, tag: string) => [
    `p${characters[at - 1] ?? "<s>"}${tag}`,
    `t${characters[at] ?? ""}${tag}`,
    `n${characters[at + 1] ?? "</s>"}${tag}`,
  ];
  const emit = (characters: string[], tag: string, at: number) =>
    features(characters, at, tag).reduce((sum, key) => sum + weight(key), 0);
  const logSum = (values: number[]) => {
    const top = Math.max(...values);
    return top === -Infinity ? top : top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
  };
  const tagset = ["B", "M", "E", "S"];
  /** Forward and backward tables, and log Z. */
  const sweep = (characters: string[]) => {
    const n = characters.length;
    const forward = characters.map(() => new Map<string, number>());
    const backward = characters.map(() => new Map<string, number>());
    for (let at = 0; at < n; at++)
      for (const tag of tagset) {
        const from = tagset.filter((before) => successors[before]?.includes(tag));
        const reach =
          at === 0
            ? "BS".includes(tag)
              ? 0
              : -Infinity
            : logSum(from.map((b) => (forward[at - 1]?.get(b) ?? 0) + weight(b + tag)));
        forward[at]?.set(tag, reach + emit(characters, tag, at));
      }
    for (let at = n - 1; at >= 0; at--)
      for (const tag of tagset) {
        const to = [...(successors[tag] ?? "")];
        const value =
          at === n - 1
            ? "ES".includes(tag)
              ? 0
              : -Infinity
            : logSum(to.map((t) => (backward[at + 1]?.get(t) ?? 0) + weight(tag + t) + emit(characters, t, at + 1)));
        backward[at]?.set(tag, value);
      }
    const logZ = logSum(["E", "S"].map((tag) => forward[n - 1]?.get(tag) ?? -Infinity));
    return { forward, backward, logZ };
  };
  const logProbability = (characters: string[], tags: string) => {
    const score = [...tags].reduce(
      (sum, tag, at) => sum + emit(characters, tag, at) + (at ? weight((tags[at - 1] ?? "") + tag) : 0),
      0,
    );
    return score - sweep(characters).logZ;
  };
  const objective = () =>
    trainingSentences.reduce((sum, words) => sum + logProbability([...words.join("")], tagsOf(words)), 0) -
    (l2 / 2) * [...weights.values()].reduce((sum, value) => sum + value * value, 0);

  for (let iteration = 0; iteration < iterations; iteration++) {
    const gradient = new Map<string, number>();
    const add = (key: string, value: number) => value !== 0 && gradient.set(key, (gradient.get(key) ?? 0) + value);
    for (const words of trainingSentences) {
      const characters = [...words.join("")];
      const tags = tagsOf(words);
      const { forward, backward, logZ } = sweep(characters);
      characters.forEach((_, at) => {
        for (const key of features(characters, at, tags[at] ?? "")) add(key, 1);
        if (at) add((tags[at - 1] ?? "") + (tags[at] ?? ""), 1);
        for (const tag of tagset) {
          const behind = backward[at]?.get(tag) ?? 0;
          const p = Math.exp((forward[at]?.get(tag) ?? 0) + behind - logZ);
          for (const key of features(characters, at, tag)) add(key, -p);
          if (at)
            for (const from of tagset.filter((before) => successors[before]?.includes(tag)))
              add(
                from + tag,
                -Math.exp(
                  (forward[at - 1]?.get(from) ?? 0) + weight(from + tag) + emit(characters, tag, at) + behind - logZ,
                ),
              );
        }
      });
    }
    for (const key of new Set([...gradient.keys(), ...weights.keys()]))
      weights.set(key, weight(key) + (rate * ((gradient.get(key) ?? 0) - l2 * weight(key))) / trainingSentences.length);
  }
  const decode = (text: string) => {
    const characters = [...text];
    const best = viterbi(characters.length, {
      start: () => 0,
      step: (from, to) => weight(from + to),
      emit: (tag, at) => emit(characters, tag, at),
    });
    return {
      words: cut(text, best.tags),
      tags: best.tags,
      probability: Math.exp(logProbability(characters, best.tags)),
    };
  };
  return { decode, objective };
}

const mergePair = (symbols: string[], [left, right]: readonly [string, string]) => {
  const merged: string[] = [];
  for (let at = 0; at < symbols.length; at++) {
    if (symbols[at] === left && symbols[at + 1] === right) {
      merged.push(left + right);
      at++;
    } else merged.push(symbols[at] ?? "");
  }
  return merged;
};

/** Most frequent adjacent pair first; ties by code-point order of the pair; stops below two occurrences. */
export function trainBpe(words: readonly (readonly [string[], number])[], merges: number) {
  let corpus = words.map(([symbols, count]) => [symbols, count] as const);
  const learned: { pair: [string, string]; count: number }[] = [];
  const tokens = () => corpus.reduce((sum, [symbols, count]) => sum + symbols.length * count, 0);
  const sizes = [tokens()];
  while (learned.length < merges) {
    const counts = new Map<string, number>();
    for (const [symbols, count] of corpus)
      symbols.forEach((symbol, at) => {
        const next = symbols[at + 1];
        if (next !== undefined)
          counts.set(`${symbol}\u0000${next}`, (counts.get(`${symbol}\u0000${next}`) ?? 0) + count);
      });
    const top = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0];
    if (!top || top[1] < 2) break;
    const [left = "", right = ""] = top[0].split("\u0000");
    learned.push({ pair: [left, right], count: top[1] });
    corpus = corpus.map(([symbols, count]) => [mergePair(symbols, [left, right]), count] as const);
    sizes.push(tokens());
  }
  return {
    merges: learned,
    sizes,
    encode: (symbols: string[]) => learned.reduce((now, { pair }) => mergePair(now, pair), symbols),
  };
}

export const textbookCorpus: (readonly [string[], number])[] = Object.entries({
  low: 5,
  lower: 2,
  newest: 6,
  widest: 3,
}).map(([word, count]) => [[...Array.from(word), "</w>"], count]);
