import type { CutChinese } from "./chinese-words";
import { foldWord } from "./fold-text";

export interface Word {
  /** Folded. */
  word: string;
  /** Place in the folded text. */
  at: number;
  length: number;
  chinese: boolean;
  /** Follows the word before it with only a joining sign between: "gpt-4", "torch.compile". */
  joined: boolean;
}
// a decimal number is one word, and so are c++ and c#
export const pieces = /\p{Script=Han}+|\d+(?:\.\d+)+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+(?:\+\+|#|['’](?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}]))?/gu;
// zebra's, don't
export const endingOf = (piece: string): string => /['’][a-z]+$/.exec(piece)?.[0] ?? "";
export const isChinese = (piece: string): boolean => /^\p{Script=Han}/u.test(piece);

/** The words of a folded text in their order. */
export function wordsOf(folded: string, cut: CutChinese): Word[] {
  const words: Word[] = [];
  let end = -1;
  for (const { 0: piece, index } of folded.matchAll(pieces)) {
    const joined = end >= 0 && /^[-_./]$/.test(folded.slice(end, index));
    end = index + piece.length;
    if (!isChinese(piece)) {
      words.push({ word: foldWord(piece.slice(0, piece.length - endingOf(piece).length)), at: index, length: piece.length, chinese: false, joined });
      continue;
    }
    let at = index;
    for (const word of cut(piece)) {
      words.push({ word, at, length: word.length, chinese: true, joined: false });
      at += word.length;
    }
  }
  return words;
}

/** Each two characters that stand side by side: finds what a dictionary cut elsewhere. */
export const pairsOf = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, at) => characters[at]! + character);
};

// what a question is made of and no document is about
const stopWords = new Set(
  ("a an and are as at be but by can could did do does for from had has have how i if in into is it its may me my no not of on or our " +
    "shall should so some than that the their them then there these they this those to was we were what when where which who why will with would you your " +
    "的 了 是 在 和 与 或 也 都 就 把 被 给 让 吗 呢 吧 啊 什么 怎么 怎样 为什么 如何 哪些 哪个 多少 几 一个 一种 这 那 这个 那个 有 会 能 要 可以 请问").split(" "),
);
export const isStopWord = (word: string): boolean => stopWords.has(word);
