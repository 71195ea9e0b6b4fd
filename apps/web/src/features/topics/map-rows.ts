import type { MapLayout } from "./map-layout";

/** px: the gap below a row of boxes, and the name of a lane above its boxes. */
const gap = 10;
export const laneName = 24;
/** Of a box: its padding, its border and the line of its number; a line of its title; and the lines that every box has room for. */
const frame = 34;
const line = 17;
const usualLines = 4;
/** The inside of a box where the map begins to be drawn wide (75rem): the narrowest that a title has to fit. */
const narrowest = 92;
/** px of a character at 13 px: Latin ones on average, and Chinese ones. */
const width = { latin: 7.4, wide: 13 };

/** Lines that a title takes in the narrowest box, set word by word; a word that is wider than the box is broken. */
export function titleLines(title: string): number {
  let lines = 1;
  let used = 0;
  for (const [word] of title.matchAll(/[\u2e80-\uffef]|[^\s\u2e80-\uffef-]+-?\s*/g)) {
    const letters = word.trimEnd().length;
    const wide = letters * (/[\u2e80-\uffef]/.test(word) ? width.wide : width.latin);
    if (used > 0 && used + wide > narrowest) {
      lines++;
      used = 0;
    }
    const broken = Math.ceil((used + wide) / narrowest) - 1;
    lines += broken;
    used += wide - broken * narrowest + (word.length - letters) * width.latin;
  }
  return lines;
}

export interface MapRows {
  /** px from the top of the drawing to the boxes of a row. */
  topOf: (row: number) => number;
  heightOf: (row: number) => number;
  whole: number;
}
/** Each row as high as its longest title asks for, so that none is cut; lanes have their name above. */
export function layRows({ nodes, lanes, rows }: MapLayout, titleOf: (slug: string) => string): MapRows {
  const heights = Array.from({ length: rows }, (_, row) => {
    const titles = nodes.filter((node) => node.row === row).map(({ slug }) => titleLines(titleOf(slug)));
    return frame + line * Math.max(usualLines, ...titles);
  });
  const heightOf = (row: number) => heights[row] ?? 0;
  const laneNames = (row: number) => (lanes.findLastIndex((lane) => lane.row <= row) + 1) * laneName;
  const above = (row: number) => heights.slice(0, row).reduce((sum, height) => sum + height + gap, 0);
  return { topOf: (row) => above(row) + laneNames(row), heightOf, whole: above(rows) + lanes.length * laneName };
}
