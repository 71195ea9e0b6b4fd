import type { Locale } from "@tidao/kernel";

export interface Piece {
  kind: "same" | "removed" | "added";
  text: string;
}
/** Above this many comparisons a table would take longer than a reader has; the middle is then shown as exchanged. */
const mostComparisons = 4_000_000;

const segmenters = new Map<Locale, Intl.Segmenter>();
function words(text: string, locale: Locale): string[] {
  let segmenter = segmenters.get(locale);
  if (!segmenter) segmenters.set(locale, (segmenter = new Intl.Segmenter(locale, { granularity: "word" })));
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** What was taken out of a text and what came in, by words (longest common subsequence, after equal ends are set aside). */
export function diffWords(before: string, after: string, locale: Locale): Piece[] {
  const [a, b] = [words(before, locale), words(after, locale)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const pieces: Piece[] = [];
  const say = (kind: Piece["kind"], text: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== "") pieces.push({ kind, text });
  };
  say("same", a.slice(0, start).join(""));
  for (const { kind, text } of readable(a.slice(start, a.length - end), b.slice(start, b.length - end)))
    say(kind, text);
  say("same", a.slice(a.length - end).join(""));
  return pieces;
}

/** Below this share of common text, scattered words in common only hinder reading. */
const leastCommon = 0.3;

function readable(a: readonly string[], b: readonly string[]): Piece[] {
  const pieces = middle(a, b);
  const length = (kinds: Piece["kind"][]) =>
    pieces.reduce((sum, { kind, text }) => (kinds.includes(kind) ? sum + text.length : sum), 0);
  const whole = Math.max(length(["same", "removed"]), length(["same", "added"]));
  return length(["same"]) >= leastCommon * whole ? pieces : exchanged(a, b);
}
const exchanged = (a: readonly string[], b: readonly string[]): Piece[] => [
  { kind: "removed", text: a.join("") },
  { kind: "added", text: b.join("") },
];

function middle(a: readonly string[], b: readonly string[]): Piece[] {
  if (a.length * b.length > mostComparisons) return exchanged(a, b);
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ kind: "same", text: a[i] ?? "" });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1)))
      pieces.push({ kind: "removed", text: a[i++] ?? "" });
    else pieces.push({ kind: "added", text: b[j++] ?? "" });
  }
  return pieces;
}
