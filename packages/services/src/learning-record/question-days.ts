import type { QuestionDay } from "./fold-question";

/** The days of a question as the columns of `question_state` hold them: side by side, a day as its number since 1970-01-01. */
export type QuestionDayColumns = Record<(typeof questionDayColumnNames)[number], number[]>;
export const questionDayColumnNames = ["days", "day_answers", "day_right", "day_seconds", "day_reviews", "day_recalled", "day_expected_micro"] as const;

const dayMs = 86_400_000;
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;
export const dateOfDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

export const questionDayColumns = (days: readonly QuestionDay[]): QuestionDayColumns => ({
  days: days.map(({ date }) => dayNumber(date)),
  day_answers: days.map(({ answers }) => answers),
  day_right: days.map(({ right }) => right),
  day_seconds: days.map(({ seconds }) => seconds),
  day_reviews: days.map(({ reviews }) => reviews),
  day_recalled: days.map(({ recalled }) => recalled),
  day_expected_micro: days.map(({ expectedMicro }) => expectedMicro),
});

export const toQuestionDays = (row: QuestionDayColumns): QuestionDay[] =>
  row.days.map((day, index) => ({
    date: dateOfDay(day),
    answers: row.day_answers[index]!,
    right: row.day_right[index]!,
    seconds: row.day_seconds[index]!,
    reviews: row.day_reviews[index]!,
    recalled: row.day_recalled[index]!,
    expectedMicro: row.day_expected_micro[index]!,
  }));

/** SQL: which element of a question's days is a date's day or, where it has none, the one before it. */
export const firstLatestDay = (row: string, date: string): string => `greatest(1, width_bucket(${date}::text::date - date '1970-01-01', ${row}.days))`;
/** SQL: the days of a question from an element on. An answer changes no other, so that a long history is neither read nor sent back. */
export const latestDays = (row: string, first: string): string => questionDayColumnNames.map((name) => `${row}.${name}[${first}:] as ${name}`).join(", ");
/** SQL of an upsert: what was read of the days takes the place of the same days; those before them stay. */
export const replaceLatestDays = (row: string): string =>
  questionDayColumnNames.map((name) => `${name} = ${row}.${name}[:width_bucket(excluded.days[1] - 1, ${row}.days)] || excluded.${name}`).join(", ");
