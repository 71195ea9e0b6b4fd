import { Trouble } from "../terminal/trouble";

/** What each column may be called, in any case, with any spaces or signs between words; the first that is there is taken. */
const known = {
  learner: ["learner", "learner_id", "user", "user_id", "student", "student_id", "anon_student_id", "subject_id"],
  skills: [
    "skills",
    "skill",
    "skill_name",
    "skill_id",
    "skill_ids",
    "topic",
    "concept",
    "concepts",
    "kc",
    "kc_default",
  ],
  item: ["item", "item_id", "question", "question_id", "problem", "problem_id", "exercise", "exercise_id"],
  correct: ["correct", "is_correct", "right", "outcome", "correct_first_attempt"],
  time: ["time", "timestamp", "order", "order_id", "date", "datetime", "start_time", "first_transaction_time"],
  guess: ["guess"],
  probability: ["probability"],
} as const;

export type Column = keyof typeof known;
export const isColumn = (name: string): name is Column => Object.hasOwn(known, name);
/** Where each column stands in a row. */
export type Columns = Partial<Record<Column, number>>;

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .replace(/^_+|_+$/g, "");

/**
 * Finds the columns in a header.
 * @param named names that the person gave, before those known here
 * @param needed columns that must be there
 */
export function findColumns(
  header: readonly string[],
  named: Partial<Record<Column, string>>,
  needed: readonly Column[],
  file: string,
): Columns {
  const names = header.map(plain);
  const found: Columns = {};
  for (const column of Object.keys(known) as Column[]) {
    const given = named[column];
    const candidates: readonly string[] = given === undefined ? known[column] : [plain(given)];
    const place = candidates.map((name) => names.indexOf(name)).find((at) => at >= 0);
    if (place !== undefined) found[column] = place;
    else if (given !== undefined || needed.includes(column))
      throw new Trouble(
        `${file}:1 there is no column ${given ?? column}; the file has ${header.join(", ")}`,
        `Name it: --columns ${column}=<its name>${given === undefined ? `, or call it ${known[column].join(", ")}` : ""}`,
      );
  }
  return found;
}

/** The header's separator: whatever of tab, comma and semicolon stands in it most often. */
export function findSeparator(firstLine: string): string {
  const count = (separator: string) => firstLine.split(separator).length;
  return ["\t", ",", ";"].reduce((best, separator) => (count(separator) > count(best) ? separator : best), ",");
}
