import type { ReplayedAnswer } from "@tidao/measurement";
import type { Columns } from "./columns";

export interface FileAnswer extends ReplayedAnswer {
  /** Any number that grows; milliseconds where the file has dates, 0 where it has no times. */
  time: number;
}

const rights: Record<string, boolean> = { 1: true, "1.0": true, true: true, right: true, correct: true, yes: true };
const wrongs: Record<string, boolean> = { 0: true, "0.0": true, false: true, wrong: true, incorrect: true, no: true };
/** KDD Cup files join skills with two tildes. */
const betweenSkills = /\s*(?:[;,]|~~)\s*/;

/** An answer, or what is wrong with the row and how to mend it. */
export function readRow(cells: readonly string[], columns: Columns): FileAnswer | { problem: string } {
  const cell = (at: number | undefined) => (at === undefined ? undefined : (cells[at] ?? "").trim());
  const [learner, item] = [cell(columns.learner), cell(columns.item)];
  if (!learner) return { problem: "no learner; give every row one" };
  if (!item) return { problem: "no item; give every row one" };
  const said = (cell(columns.correct) ?? "").toLowerCase();
  const isRight = Object.hasOwn(rights, said);
  if (!isRight && !Object.hasOwn(wrongs, said))
    return { problem: `correct is "${said}"; write 1 or 0 (true and false will do), or leave the row out` };
  const time = columns.time === undefined ? 0 : readTime(cell(columns.time) ?? "");
  if (time === null)
    return { problem: `time is "${cell(columns.time)}"; write a number or a date such as 2026-03-01T10:00:00Z` };
  const guess = readShare(cell(columns.guess));
  if (guess === null || guess === 1)
    return { problem: `guess is "${cell(columns.guess)}"; write a number from 0 to below 1, or nothing` };
  const probability = readShare(cell(columns.probability));
  if (probability === null)
    return { problem: `probability is "${cell(columns.probability)}"; write a number from 0 to 1, or nothing` };
  const skills = [...new Set((cell(columns.skills) ?? "").split(betweenSkills))].filter(Boolean);
  // what has no skill is a skill of its own: its answers say something of each other
  return { learner, skills: skills.length ? skills : [""], item, correct: isRight, time, guess, probability };
}

const withoutZone = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/;

/** Dates without a zone are UTC: only their order counts. */
function readTime(text: string): number | null {
  if (text === "") return null;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  const date = Date.parse(text.replace(withoutZone, "$1T$2Z"));
  return Number.isNaN(date) ? null : date;
}

function readShare(text: string | undefined): number | null | undefined {
  if (!text) return undefined;
  const number = Number(text);
  return number >= 0 && number <= 1 ? number : null;
}
