import { americanWord } from "../../spelling";

export interface Token {
  text: string;
  /** Words and Chinese bigrams are asked for in different shares. */
  bigram: boolean;
  negates: boolean;
  clause: number;
}
const stopWords = new Set(
  "a an the of to in is are was were be been being it its this that these those and or for with as by on at from their they them so can could will would which then than into has have had do does did there we you i he she one also very just more most each every such when while if but because".split(
    " ",
  ),
);
const negations = new Set(["not", "no", "never", "without", "cannot", "nor", "neither", "none"]);
/** What denies in more than one word. */
const denials = /\b(?:rather than|instead of|fail(?:s|ed|ing)? to|unable to|(?:false|untrue|wrong|incorrect) that)\b/g;
const mistaken = /错误地认为|误认为|误以为/g;
const chineseNegation = /[不没无非未勿别]/;
/** Words with a negating character that deny nothing. */
const harmless = /不同|不仅|不但|不断|不过|不管|不止|不妨|无论|非常|未来|分别|区别|差别|类别|级别|识别|特别|判别|别的/g;

/** Light on purpose: plural, -ed, -ing, -ly, -ation and British spelling. Both sides pass through it. */
export function stem(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  let root = americanWord(word)
    .replace(/ies$/, "y")
    .replace(/(?<=(?:ss|x|ch|sh))es$/, "")
    .replace(/(?<![sui])s$/, "");
  root = root.replace(/ization$/, "iz").replace(/(?<=[a-z]{3})(?:ations?|ly)$/, "");
  const shortened = root.replace(/(?<=[a-z]{2})(?:ing|ed)$/, "");
  if (shortened !== root && /[aeiouy]/.test(shortened)) root = shortened.replace(/([bdgmnprt])\1$/, "$1");
  return root.replace(/(?<=[a-z]{3})e$/, "").replace(/y$/, "i");
}

/**
 * English words (stemmed, without stop words), names like W8A8 or FP8 in one piece, and Chinese character pairs, in the
 * order of the text.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const clauses = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/n't\b/g, " not")
    .replace(denials, " not ")
    .replace(mistaken, "不认为")
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .split(/[,;!?。，、；！？\n]|(?<!\d):|:(?!\d)|\.(?=\s|$)/);
  clauses.forEach((part, clause) => {
    for (const [run] of part.matchAll(
      /[\p{Script=Han}]+|[a-z]+\d[a-z\d]*|[a-z]+(?:'s)?|\d+(?:\.\d+)?|[^\s\p{P}\p{Script=Han}a-z\d]+/gu,
    )) {
      if (/\p{Script=Han}/u.test(run)) found.push(...bigrams(run, clause));
      else {
        const word = run.replace(/'s$/, "");
        if (!stopWords.has(word)) found.push({ text: stem(word), bigram: false, negates: negations.has(word), clause });
      }
    }
  });
  return found;
}

function bigrams(run: string, clause: number): Token[] {
  // particles come and go between the same words: 词表外词, 词表外的词
  const masked = run.replace(harmless, (word) => word.replace(chineseNegation, "〇"));
  const characters = Array.from(masked.replace(/(?<=.)[的了地得之着](?=.)/g, ""));
  const at = (i: number) => characters[i] ?? "";
  if (characters.length === 1) return [{ text: at(0), bigram: true, negates: chineseNegation.test(at(0)), clause }];
  return characters.slice(0, -1).map((character, i) => ({
    text: character + at(i + 1),
    bigram: true,
    negates: chineseNegation.test(character),
    clause,
  }));
}
