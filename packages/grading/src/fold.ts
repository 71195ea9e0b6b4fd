import { americanWord } from "./spelling";
import { writeOut } from "./write-out";

/** Plurals that no rule of spelling makes, and those in -us that are no singular like "corpus". */
const singulars = new Map(
  Object.entries({
    indices: "index",
    indexes: "index",
    matrices: "matrix",
    vertices: "vertex",
    hypotheses: "hypothesis",
    analyses: "analysis",
    zeroes: "zero",
    corpora: "corpus",
    criteria: "criterion",
    ...Object.fromEntries(
      ["cpu", "gpu", "tpu", "npu", "dpu", "lpu", "relu", "gelu", "silu", "gru"].map((it) => [`${it}s`, it]),
    ),
  }),
);

/** One spelling for one and many: cache and caches, batch and batches, query and queries, bias and biases. */
const foldWord = (word: string) => {
  const irregular = singulars.get(word);
  if (irregular !== undefined) return irregular;
  const spelled = americanWord(word);
  const one = spelled.length >= 4 && !/(ss|us|is|ias)$/.test(spelled) ? spelled.replace(/s$/, "") : spelled;
  return one.replace(/(?<=[a-z]{2})ie$/, "y").replace(/(?<=[a-z](?:s|x|z|ch|sh))e$/, "");
};
const joinWords = (words: string[]) =>
  words.reduce((text, word) => text + (/\d$/.test(text) && /^\d/.test(word) ? " " : "") + word, "");

/**
 * One spelling for all ways to fill a blank: width and compatibility forms (NFKC), case, punctuation, blanks, articles,
 * British spelling and the English plural do not count. Signs that carry meaning stay: the point of 0.5, the minus of
 * n-1 and of -λ, % + # < > = ^ and the slash of 1/2 and m/s; and 1,5 does not close up to 15.
 */
export function foldFilling(text: string): string {
  const words = writeOut(text)
    .toLowerCase()
    .replace(/[$`]/g, "")
    .replace(/\*\*/g, "^")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, "")
    .replace(/\p{P}/gu, (sign, at: number, whole: string) => (meansSomething(sign, at, whole) ? sign : " "))
    .trim()
    .split(/\s+/)
    .filter((word, _, all) => all.length === 1 || !/^(?:the|a|an)$/.test(word))
    .map((word) => word.replace(/[a-z]+/g, foldWord));
  return joinWords(words);
}

function meansSomething(sign: string, at: number, whole: string): boolean {
  const before = whole.slice(0, at);
  const after = whole.slice(at + 1);
  if (sign === "%" || sign === "#" || sign === "*") return true;
  // n! is a factorial, "recall!" is not
  if (sign === "!") return /(?:^|[^\p{L}\d])(?:\p{L}|\d+)$/u.test(before);
  if (sign === ".") return /^\d/.test(after) && !/\p{L}$/u.test(before);
  // 1/2, m/s and D/(G√T) divide; "and/or" lists
  if (sign === "/")
    return /(?:[\d)]|(?:^|[^\p{L}])\p{L})\s*$/u.test(before) && /^[\s(√]*(?:\d|\p{L}(?!\p{L}))/u.test(after);
  // "n-1", "-1", "-λ" and "2-1" subtract; "gpt-2" and "byte-level" join
  if (sign === "-")
    return /^\s*\d/.test(after)
      ? /(?:^|[^\p{L}])\p{L}?\s*$/u.test(before)
      : /^\p{L}/u.test(after) && /^\s*$/.test(before);
  return false;
}
