import { foldText, foldWord } from "./fold-text";
import { endingOf, isChinese, pieces } from "./words-of";

/**
 * A text as it was typed with whole words replaced, wherever they stand: a word of letters that is only a part of another is another word.
 * @param meant by the word, as `wordsOf` gives it, or by some Chinese words that stand together
 */
export function replaceWords(text: string, meant: ReadonlyMap<string, string>): string {
  const chinese = [...meant.keys()].filter(isChinese).toSorted((a, b) => b.length - a.length);
  const inRun = chinese.length ? new RegExp(chinese.join("|"), "gu") : null;
  return text.replace(pieces, (piece) => {
    if (isChinese(piece)) return inRun ? piece.replace(inRun, (word) => meant.get(word) ?? word) : piece;
    const folded = foldText(piece);
    const ending = endingOf(folded);
    const shown = meant.get(foldWord(folded.slice(0, folded.length - ending.length)));
    return shown === undefined ? piece : shown + ending;
  });
}
