import { locales } from "@tidao/kernel";
import { problem, type Problem } from "./problem";
import type { Text } from "./text.schema";

export type PassagePiece = string | { id: string; words: string };

/** Cuts a passage at its marks: `[[id]]` for a blank, `[[id|words]]` for a span. */
export function passagePieces(passage: string): PassagePiece[] {
  const pieces: PassagePiece[] = [];
  let end = 0;
  for (const match of passage.matchAll(/\[\[([a-z0-9][a-z0-9-]{0,39})(?:\|([\s\S]*?))?\]\]/g)) {
    if (match.index > end) pieces.push(passage.slice(end, match.index));
    pieces.push({ id: match[1] ?? "", words: match[2] ?? "" });
    end = match.index + match[0].length;
  }
  if (end < passage.length) pieces.push(passage.slice(end));
  return pieces;
}

/** Each id is marked once in each language, and nothing else is. */
export function markFaults(passage: Text, ids: string[]): Problem[] {
  return locales.flatMap((locale) => {
    const path = ["passage", locale];
    const marked = passagePieces(passage[locale]).flatMap((piece) => (typeof piece === "string" ? [] : [piece.id]));
    return [
      ...ids.filter((id) => !marked.includes(id)).map((id) => problem(path, "passage.mark-missing", { id })),
      ...marked.filter((id) => !ids.includes(id)).map((id) => problem(path, "passage.mark-unknown", { id })),
      ...ids
        .filter((id) => marked.filter((mark) => mark === id).length > 1)
        .map((id) => problem(path, "passage.mark-repeated", { id })),
    ];
  });
}
