import { passagePieces } from "@tidao/grading";

// Private-use characters stand for the marks while Markdown is parsed: no Markdown rule touches them, and text is
// stripped of them first, so that none can come from an author.
const [opens, blank, spanOpens, spanCloses] = ["\uE000", "\uE001", "\uE002", "\uE003"] as const;
const any = /[\uE000-\uE003]/;

export const stripMarks = (text: string) => text.replace(/[\uE000-\uE003]/g, "");
export const holdsMark = (text: string) => any.test(text);

export const markPassage = (passage: string) =>
  passagePieces(passage)
    .map((piece) => {
      if (typeof piece === "string") return piece;
      return piece.words === ""
        ? `${opens}${piece.id}${blank}`
        : `${opens}${piece.id}${spanOpens}${piece.words}${spanCloses}`;
    })
    .join("");

export const fillMarks = (html: string) =>
  html
    .replace(/\uE000([a-z0-9-]+)\uE001/g, '<span data-blank="$1"></span>')
    .replace(/\uE000([a-z0-9-]+)\uE002/g, '<span data-span="$1">')
    .replaceAll(spanCloses, "</span>");
