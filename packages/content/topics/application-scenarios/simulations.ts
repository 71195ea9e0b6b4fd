import { seededRandom } from "@tidao/kernel";
import { normal } from "@tidao/labs/normal";
import { range, sum } from "@tidao/labs/vector";


/** Chinese is split into characters, English on blanks. */
export const characters = (text: string) => Array.from(text.replace(/\s/g, ""));
export const words = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean);

function ngrams(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= tokens.length; i++) {
    const key = tokens.slice(i, i + n).join("\u0001");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Clipped matches and total of one order for one sentence. */
export function clipped(candidate: readonly string[], references: readonly string[][], n: number) {
  const allowed = references.map((reference) => ngrams(reference, n));
  let [matches, total] = [0, 0];
  for (const [key, count] of ngrams(candidate, n)) {
    total += count;
    matches += Math.min(count, Math.max(...allowed.map((counts) => counts.get(key) ?? 0)));
  }
  return { matches, total };
}

export const brevityPenalty = (candidate: number, reference: number) =>
  candidate > reference ? 1 : Math.exp(1 - reference / candidate);

/** Corpus BLEU in [0, 1]: matches and totals are summed over the sentences, no smoothing. */
export function corpusBleu(candidates: readonly string[][], references: readonly string[][][], orders = 4): number {
  const counted = range(orders).map((i) => {
    const each = candidates.map((candidate, s) => clipped(candidate, references[s] ?? [], i + 1));
    return { matches: sum(each.map(({ matches }) => matches)), total: sum(each.map(({ total }) => total)) };
  });
  if (counted.some(({ matches }) => matches === 0)) return 0;
  const length = sum(candidates.map((candidate) => candidate.length));
  const closest = candidates.map((candidate, s) => {
    const lengths = (references[s] ?? []).map((reference) => reference.length);
    const gap = (l: number) => Math.abs(l - candidate.length);
    return lengths.toSorted((a, b) => gap(a) - gap(b) || a - b)[0] ?? Number.NaN;
  });
  const logs = counted.map(({ matches, total }) => Math.log(matches / total));
  return brevityPenalty(length, sum(closest)) * Math.exp(sum(logs) / orders);
}

/** chrF2 in [0, 100]: character n-grams up to 6 without whitespace, recall counted twice as much as precision. */
export function chrf2(candidate: string, reference: string): number {
  const [c, r] = [characters(candidate), characters(reference)];
  const orders = range(6)
    .map((i) => i + 1)
    .filter((n) => c.length >= n && r.length >= n)
    .map((n) => {
      const { matches, total } = clipped(c, [r], n);
      return { precision: matches / total, recall: matches / (r.length - n + 1) };
    });
  const precision = sum(orders.map((order) => order.precision)) / orders.length;
  const recall = sum(orders.map((order) => order.recall)) / orders.length;
  return precision + recall === 0 ? 0 : (100 * 5 * precision * recall) / (4 * precision + recall);
}

export const reference = "今天下午三点我们在会议室讨论预算";
export const translations = {
  identical: reference,
  moved: "我们今天下午三点在会议室讨论预算",
  dropped: "今天下午三点在会议室讨论预算",
  wrongHour: "今天下午四点我们在会议室讨论预算",
  paraphrase: "今日午后三时咱们到会议间商量经费",
};

interface Item {
  x: [number, number];
  positive: boolean;
}
/** Two overlapping classes: both features are standard normal, shifted by 1.5 and 0.5 for positives. */
export function drawItems(seed: number, prevalence = 0.05, n = 1000): Item[] {
  const random = seededRandom(seed);
  return range(n).map(() => {
    const positive = random.next() < prevalence;
    const shift = positive ? 1 : 0;
    const first = normal(random) + 1.5 * shift;
    return { x: [first, normal(random) + 0.5 * shift], positive };
  });
}

export const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
export const softmax = (logits: readonly number[]) => {
  const powers = logits.map((z) => Math.exp(z));
  return powers.map((power) => power / sum(powers));
};

/** Logistic regression by full-batch gradient descent; positives weigh `weight` times as much. Bias first. */
export function trainLogistic(items: readonly Item[], weight = 1): [number, number, number] {
  let [b, w1, w2] = [0, 0, 0];
  const weights = items.map(({ positive }) => (positive ? weight : 1));
  const total = sum(weights);
  for (let step = 0; step < 300; step++) {
    let [gb, g1, g2] = [0, 0, 0];
    for (const [i, { x, positive }] of items.entries()) {
      const error = ((weights[i] ?? Number.NaN) * (sigmoid(b + w1 * x[0] + w2 * x[1]) - (positive ? 1 : 0))) / total;
      gb += error;
      g1 += error * x[0];
      g2 += error * x[1];
    }
    [b, w1, w2] = [b - gb, w1 - g1, w2 - g2];
  }
  return [b, w1, w2];
}

export function confusion(items: readonly Item[], [b, w1, w2]: readonly [number, number, number], threshold: number) {
  let [tp, fp, fn, tn] = [0, 0, 0, 0];
  for (const { x, positive } of items) {
    const flagged = sigmoid(b + w1 * x[0] + w2 * x[1]) >= threshold;
    if (flagged && positive) tp++;
    else if (flagged) fp++;
    else if (positive) fn++;
    else tn++;
  }
  return { tp, fp, fn, tn };
}
export type Confusion = ReturnType<typeof confusion>;
export const accuracy = ({ tp, fp, fn, tn }: Confusion) => (tp + tn) / (tp + fp + fn + tn);
export const precision = ({ tp, fp }: Confusion) => tp / (tp + fp);
export const recall = ({ tp, fn }: Confusion) => tp / (tp + fn);
export const f1 = ({ tp, fp, fn }: Pick<Confusion, "tp" | "fp" | "fn">) => (2 * tp) / (2 * tp + fp + fn);
export const macroF1 = (counts: Confusion) => (f1(counts) + f1({ tp: counts.tn, fp: counts.fn, fn: counts.fp })) / 2;

export const systemPrompt = "你是餐厅预订助手";
export const turns = [
  "我叫林夏，我对花生过敏",
  "我想订周五晚上的餐厅",
  "两个人，靠窗的位置",
  "预算每人两百元以内",
  "推荐一家川菜馆",
  "这家太远了",
  "换一家地铁站附近的",
  "可以停车吗",
  "那里几点关门",
  "请把预订短信发给我",
];
export const allergyQuestion = "这道花生酱鸡丁我过敏吗";
export const cost = (text: string) => Array.from(text).length + 4;

const bigrams = (text: string) => {
  const signs = Array.from(text.replace(/[，。？！、\s]/g, ""));
  return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
};
export const idf = (documents: number, containing: number) =>
  Math.log(1 + (documents - containing + 0.5) / (containing + 0.5));

/** BM25 on character bigrams. */
export function bm25(query: string, documents: readonly string[], k1 = 1.2, b = 0.75): number[] {
  const split = documents.map(bigrams);
  const average = sum(split.map((terms) => terms.length)) / split.length;
  return split.map((terms) =>
    sum(
      bigrams(query).map((term) => {
        const f = terms.filter((each) => each === term).length;
        const containing = split.filter((each) => each.includes(term)).length;
        return (idf(documents.length, containing) * f * (k1 + 1)) / (f + k1 * (1 - b + (b * terms.length) / average));
      }),
    ),
  );
}

export type Strategy = "recent" | "first" | "retrieve";
/** Which turns stand in the window beside the system prompt and the question. Stops at the first that does not fit. */
export function pack(strategy: Strategy, budget: number, question = allergyQuestion): number[] {
  const newest = range(turns.length).toReversed();
  const scores = bm25(question, turns);
  const best = newest
    .filter((i) => (scores[i] ?? 0) > 0)
    .toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, 2);
  const order =
    strategy === "recent"
      ? newest
      : strategy === "first"
        ? newest.toReversed()
        : [...best, ...newest.filter((i) => !best.includes(i))];
  let left = budget - cost(systemPrompt) - cost(question);
  const kept: number[] = [];
  for (const turn of order) {
    left -= cost(turns[turn] ?? "");
    if (left < 0) break;
    kept.push(turn);
  }
  return kept.toSorted((a, b) => a - b);
}

/** Input tokens of each turn when every turn sends the system prompt and the whole history again. */
export const inputPerTurn = (system: number, user: number, answer: number, count: number) =>
  range(count).map((turn) => system + turn * (user + answer) + user);
