import type { Overview } from "./totals";

interface Row {
  answers: number;
  accuracy: Pick<Overview["totals"]["accuracy"], "share" | "low" | "high">;
}

/** Fewer answers than this say nothing of a topic, a kind, a difficulty or of how sure one is. */
const enough = 5;
/** Less than this many points apart is what chance does. */
const closeBy = 0.05;

/**
 * What is surely done best and what surely worst: by the ends of the intervals that the numbers of answers allow, so that one wrong
 * answer does not outweigh ten. Null where there is nothing to compare, or where both would be the same.
 */
export function bestAndWorst<T extends Row>(rows: readonly T[]): { best: T; worst: T } | null {
  const told = rows.filter(({ answers }) => answers >= enough);
  const [best] = told.toSorted((a, b) => b.accuracy.low - a.accuracy.low);
  const [worst] = told.toSorted((a, b) => a.accuracy.high - b.accuracy.high);
  return best && worst && best !== worst ? { best, worst } : null;
}

export type Ladder =
  | { kind: "all" | "none" | "few"; next: number }
  | { kind: "up-to"; level: number; next: number }
  | { kind: "mixed"; levels: number[]; next: number };
const half = 0.5;

/**
 * Where on the ladder of difficulties at least half is right, of those with enough answers.
 * @param all rising, with answers
 * @returns `next`: the difficulty to practise now; `few`: no difficulty has enough answers, and the lowest that was tried is it
 */
export function ladderOf(all: readonly (Row & { difficulty: number })[]): Ladder | null {
  const rows = all.filter(({ answers }) => answers >= enough);
  const [lowest, highest] = [rows[0]?.difficulty, rows.at(-1)?.difficulty];
  if (lowest === undefined || highest === undefined) return all[0] ? { kind: "few", next: all[0].difficulty } : null;
  const good = rows.filter(({ accuracy }) => (accuracy.share ?? 0) >= half).map(({ difficulty }) => difficulty);
  const firstBad = rows.find(({ difficulty }) => !good.includes(difficulty))?.difficulty;
  if (firstBad === undefined) return { kind: "all", next: Math.min(5, highest + 1) };
  const last = good.at(-1);
  if (last === undefined) return { kind: "none", next: lowest };
  return last < firstBad
    ? { kind: "up-to", level: last, next: firstBad }
    : { kind: "mixed", levels: good, next: firstBad };
}

/** How many weeks after the first one a week began: weeks without a review keep their room on the axis. */
export const weeksAfter = (first: string, week: string): number =>
  Math.round((Date.parse(week) - Date.parse(first)) / 604_800_000);

/** How what is recalled stands to what was wished for; chance alone is no news. */
export function againstTarget(
  { low, high }: { low: number; high: number },
  desired: number,
): "below" | "above" | "even" {
  if (high < desired) return "below";
  return low > desired ? "above" : "even";
}

/**
 * How sure one was, against what was right.
 * @param bias share that was said to be right, less the share that was
 */
export function againstRight({ bias, answers }: { bias: number; answers: number }): "few" | "over" | "under" | "even" {
  if (answers < enough) return "few";
  if (Math.abs(bias) < closeBy) return "even";
  return bias > 0 ? "over" : "under";
}
