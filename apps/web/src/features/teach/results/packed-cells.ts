import type { Results } from "./results-query";

export type Verdict = "right" | "partial" | "wrong" | "pending";
export type ResultsCell = { share: number; verdict: Verdict } | null;

const letters: Record<Verdict, string> = { right: "r", partial: "p", wrong: "w", pending: "?" };
const verdictOf = new Map(Object.entries(letters).map(([verdict, letter]) => [letter, verdict as Verdict]));

/** A row of cells as one short word: "r1 p0.25 - w0". A class times its questions, as objects, were a third of the page's data. */
export const packCells = (cells: Results["learners"][number]["cells"]): string =>
  cells.map((cell) => (cell ? letters[cell.verdict] + cell.share : "-")).join(" ");

export const unpackCells = (packed: string): ResultsCell[] =>
  (packed ? packed.split(" ") : []).map((word) => {
    const verdict = verdictOf.get(word.charAt(0));
    return verdict ? { verdict, share: Number(word.slice(1)) } : null;
  });
