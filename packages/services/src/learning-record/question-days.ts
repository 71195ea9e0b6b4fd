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
