import { pointsSomewhere } from "./opposites";
import { stem } from "./stem";

export interface Token {
  text: string;
  /** Words and Chinese bigrams are asked for in different shares. */
  bigram: boolean;
  negates: boolean;
  clause: number;
  /** A stop word that tells "more" from "less": compared, never asked for. */
  stop?: true;
}
/** Stands for what takes back the statement before it: "… is wrong", "……是错的". */
export const refuted = "⊥";
const stopWords = new Set(
  "a an the of to in is are was were be been being it its this that these those and or for with as by on at from their they them so can could will would which then than into has have had do does did there we you i he she one also very just more most each every such when while if but because".split(
    " ",
  ),
);
const negations = new Set(
  "not no never without cannot nor neither none nobody hardly barely scarcely rarely seldom doubt myth impossible".split(
    " ",
  ),
);
/** What denies in more than one word. */
const denials = /\b(?:rather than|instead of|fail(?:s|ed|ing)? to|unable to|(?:false|untrue|wrong|incorrect) that)\b/g;
const mistaken = /错误地认为|误认为|误以为|否认|反对|谁说/g;
/** Behind what they take back, at the end of its clause. */
const refutations =
  /\b(?:is|are|was|were)(?: (?:simply|just|plainly|completely))? (?:false|wrong|incorrect|untrue|mistaken|an? (?:myth|mistake|misconception|fallacy))\b(?=\s*(?:[,;.!?，。；！？]|$|because|since|as|and|but))|(?<!不)(?:的(?:说法|观点|想法|看法))?(?:(?:是|并?不是)?(?:错误的|错的|假的|不对的|不正确的)|不对|不成立|不正确|是误解)(?=\s*(?:[，。；,;.!！？?、]|$))/gm;
const chineseNegation = /[不没无非未勿别]/;
/** Words with a negating character that deny nothing. */
const harmless = /不同|不仅|不但|不断|不过|不管|不止|不妨|无论|非常|未来|分别|区别|差别|类别|级别|识别|特别|判别|别的/g;

/**
 * English words (stemmed, without stop words), names like W8A8 or FP8 in one piece, and Chinese character pairs, in the
 * order of the text.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const clauses = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’´]/g, "'")
    .replace(/n't\b|(?<=\b(?:do|does|did|is|are|was|were|could|would|should|has|have|had))nt\b/g, " not")
    .replace(refutations, ` ${refuted} `)
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
        if (!stopWords.has(word))
          found.push({ text: stem(plainNumber(word)), bigram: false, negates: negations.has(word), clause });
        else if (pointsSomewhere(word))
          found.push({ text: stem(word), bigram: false, negates: false, clause, stop: true });
      }
    }
  });
  return found;
}

/** 3.0 is 3. */
const plainNumber = (word: string) => (/^\d+\.\d+$/.test(word) ? String(Number(word)) : word);

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
