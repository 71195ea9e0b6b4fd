import { dismissed, dismissedOutright, markDenials, negates } from "./denials";
import { pointsSomewhere } from "./opposites";
import { stem } from "./stem";

/** What stands between two full stops; the text in lower case and full form, with denials marked. */
export interface Sentence {
  text: string;
}
export interface Token {
  text: string;
  /** Words and Chinese bigrams are asked for in different shares. */
  bigram: boolean;
  negates: boolean;
  clause: number;
  /** A clause, or a part of it between "and", "but", "than", 而 …: about what one claim takes. */
  claim: number;
  sentence: Sentence;
  /** A word that is compared, never asked for: a stop word that tells "more" from "less", a dismissal. */
  stop?: true;
}
const stopWords = new Set(
  "a an the of to in is are was were be been being it its this that these those and or for with as by on at from their they them so can could will would which then than into has have had do does did there we you i he she one also very just more most each every such when while if but because".split(
    " ",
  ),
);
const chineseNegation = /[不没无非未勿别]/;
/** Words with a negating character that deny nothing. */
const harmless =
  /拿不准|不同|不仅|不但|不断|不过(?![滤拟敏门回关])|不管|不止|不妨|无论|非常|未来|分别|区别|差别|类别|级别|识别|特别|判别|别的/g;

const sentenceEnds = /[!?。！？\n]|\.(?=\s|$)/;
const clauseEnds = /[,;，；]|(?<!\d):|:(?!\d)/;
const claimEnds =
  /\b(?:and|but|while|whereas|where|although|though|yet|than|versus|vs|unlike)\b|(?<![从因反进然时])而(?![且言不])|但是?|却/;

/** Characters in full form that are read: an answer of 4,000 with what people write is shorter, but ﷺ is written as eighteen. */
const longest = 8000;

/**
 * English words (stemmed, without stop words), names like W8A8 or FP8 in one piece, and Chinese character pairs, in the
 * order of the text.
 */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const plain = markDenials(text.normalize("NFKC").slice(0, longest).toLowerCase().replace(/[’´]/g, "'")).replace(
    /(?<=\d),(?=\d{3})/g,
    "",
  );
  let [clause, claim] = [0, 0];
  for (const sentenceText of plain.split(sentenceEnds)) {
    const sentence = { text: sentenceText };
    for (const clauseText of sentenceText.split(clauseEnds)) {
      const breaks = [...clauseText.matchAll(new RegExp(claimEnds, "g"))].map(({ index }) => index);
      const start = claim;
      let passed = 0;
      // asked for in the order of the text
      const claimAt = (at: number) => {
        while ((breaks[passed] ?? Infinity) <= at) passed++;
        return start + passed;
      };
      for (const { 0: run, index } of clauseText.matchAll(
        /[\p{Script=Han}]+|[a-z]+\d[a-z\d]*|[a-z]+(?:'s)?|\d+(?:\.\d+)?|[^\s\p{P}\p{Script=Han}a-z\d]+/gu,
      )) {
        if (/\p{Script=Han}/u.test(run))
          found.push(...bigrams(run, (at) => ({ clause, claim: claimAt(index + at), sentence })));
        else found.push(...wordTokens(run, { clause, claim: claimAt(index), sentence }));
      }
      clause++;
      claim = start + breaks.length + 1;
    }
  }
  return found;
}

type Place = Pick<Token, "clause" | "claim" | "sentence">;
function wordTokens(run: string, place: Place): Token[] {
  const word = run.replace(/'s$/, "");
  if (word === dismissed || word === dismissedOutright)
    return [{ text: dismissed, bigram: false, negates: word === dismissedOutright, ...place, stop: true }];
  if (!stopWords.has(word)) return [{ text: stem(plainNumber(word)), bigram: false, negates: negates(word), ...place }];
  return pointsSomewhere(word) ? [{ text: stem(word), bigram: false, negates: false, ...place, stop: true }] : [];
}

/** 3.0 is 3. */
const plainNumber = (word: string) => (/^\d+\.\d+$/.test(word) ? String(Number(word)) : word);

function bigrams(run: string, placeAt: (at: number) => Place): Token[] {
  // particles come and go between the same words: 词表外词, 词表外的词
  const masked = run.replace(harmless, (word) => word.replace(chineseNegation, "〇"));
  const kept = Array.from(masked, (character, at) => ({ character, at })).filter(
    ({ character, at }, _, all) => !/[的了地得之着]/.test(character) || at === 0 || at === all.length - 1,
  );
  const token = (text: string, { character, at }: (typeof kept)[number]): Token => ({
    text,
    bigram: true,
    negates: chineseNegation.test(character),
    ...placeAt(at),
  });
  const [first] = kept;
  if (first && kept.length === 1) return [token(first.character, first)];
  return kept.slice(0, -1).map((one, i) => token(one.character + (kept[i + 1]?.character ?? ""), one));
}
