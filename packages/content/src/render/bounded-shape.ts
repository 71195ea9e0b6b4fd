const lineEnd = /\r\n?|\n/;
const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const container = />|[-+*]|\d+[.)]/g;
const address = /www\.|https?:\/\//gi;

/** What a text asks of the parser and of the page, counted without parsing it. */
export interface Shape {
  lines: number;
  /** Quotations and lists that begin in one line, inside of each other. */
  depth: number;
  /** At most so many cells would its tables have: a row is filled up to the width of the table's head. */
  cells: number;
  /** Characters read for addresses: each `www.` is followed to the next blank, whatever stands between. */
  followed: number;
}

export function shapeOf(markdown: string): Shape {
  const lines = markdown.split(lineEnd);
  let [depth, widest, rows] = [0, 0, 0];
  for (const line of lines) {
    depth = Math.max(depth, containers.exec(line)?.[0].match(container)?.length ?? 0);
    const pipes = line.split("|").length - 1;
    widest = Math.max(widest, pipes);
    if (pipes > 0) rows++;
  }
  const followed = markdown
    .split(/\s+/)
    .reduce((sum, stretch) => sum + (stretch.match(address)?.length ?? 0) * stretch.length, 0);
  return { lines: lines.length, depth, cells: widest * rows, followed };
}

/** Far above what a course, a note or pasted code has: micromark takes the square of each of these. */
export function isHeavy(markdown: string): boolean {
  const { lines, depth, cells, followed } = shapeOf(markdown);
  return lines > 500 + markdown.length / 20 || depth > 30 || cells > 20_000 || followed > 100_000;
}
