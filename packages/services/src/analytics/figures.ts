import { confidenceReport, sigmoid, statedChances, wilsonInterval } from "@tidao/measurement";
import type { ActivityDay, TopicAnswers, TopicChange } from "./activity.repo";
import type { BreakdownRow } from "./breakdown.repo";
import { addDays } from "./calendar-day";
import type { Overview } from "./overview.dto";

/** How a topic is named in the page: its words, and the search for it. */
export type NameTopic = (slug: string) => { slug: string; title: string; query: string };

/** Fewer answers with confidence than this say nothing of a topic. */
const enoughToCalibrate = 10;
const shownWeeks = 26;

export const figures = (row: Pick<BreakdownRow, "answers" | "right" | "seconds"> | undefined) => {
  const { answers = 0, right = 0, seconds = 0 } = row ?? {};
  return { answers, right, accuracy: wilsonInterval(right, answers), secondsPerAnswer: answers > 0 ? seconds / answers : null };
};

const countsOf = (row: BreakdownRow | undefined) =>
  statedChances.map((stated, index) => ({ level: index + 1, stated, answers: row?.sureAnswers[index] ?? 0, right: row?.sureRight[index] ?? 0 }));

export function calibration(total: BreakdownRow | undefined, breakdown: readonly BreakdownRow[], nameTopic: NameTopic): Overview["calibration"] {
  const counts = countsOf(total);
  const levels = counts.map((count) => ({ ...count, accuracy: wilsonInterval(count.right, count.answers) }));
  return { levels, report: confidenceReport(counts), furthest: furthestOff(breakdown, nameTopic) };
}

function furthestOff(breakdown: readonly BreakdownRow[], nameTopic: NameTopic): Overview["calibration"]["furthest"] {
  const said = breakdown.flatMap((row) => {
    if (row.topic === null) return [];
    const counts = countsOf(row);
    const report = confidenceReport(counts);
    if (!report || report.answers < enoughToCalibrate) return [];
    const right = counts.reduce((sum, count) => sum + count.right, 0) / report.answers;
    return [{ ...nameTopic(row.topic), stated: right + report.bias, right, answers: report.answers }];
  });
  return said.toSorted((a, b) => Math.abs(b.stated - b.right) - Math.abs(a.stated - a.right))[0] ?? null;
}

export function retention(total: BreakdownRow | undefined, activity: readonly ActivityDay[]): Omit<Overview["retention"], "desired"> {
  const { reviews = 0, recalled = 0 } = total ?? {};
  const weeks = new Map<string, Overview["retention"]["weeks"][number]>();
  for (const day of activity) {
    if (day.reviews === 0) continue;
    const from = mondayOf(day.date);
    const week = weeks.get(from) ?? { from, reviews: 0, recalled: 0, expected: 0 };
    weeks.set(from, { from, reviews: week.reviews + day.reviews, recalled: week.recalled + day.recalled, expected: week.expected + day.expected });
  }
  return { reviews, recalled, accuracy: wilsonInterval(recalled, reviews), weeks: [...weeks.values()].slice(-shownWeeks) };
}
const mondayOf = (date: string) => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

type Week = Overview["week"];
/**
 * By how much the chance of knowing an item of difficulty 3 moved. Where nothing had been begun, what was assumed of a stranger
 * is nobody's number: there is no before.
 */
export const weekOfMastery = (changes: readonly TopicChange[], nameTopic: NameTopic): Week =>
  changes
    .map(({ topicSlug, answers, ratingBefore, ratingNow, levelBefore, levelNow }) => {
      const [before, now] = [sigmoid(ratingBefore), sigmoid(ratingNow)];
      const begun = levelBefore > 0;
      return { moved: Math.abs(now - before), row: { ...nameTopic(topicSlug), answers, before: begun ? before : null, now, levels: { before: levelBefore, now: levelNow } } };
    })
    .toSorted((a, b) => b.moved - a.moved)
    .map(({ row }) => row);

/** Two right and two wrong answers more, so that one answer alone moves little (Agresti and Coull 1998). */
const tempered = (right: number, answers: number) => (right + 2) / (answers + 4);
/** A rating belongs to a topic and cannot be told of some of its questions: of these, how often they were right, now and before. */
export const weekOfAnswers = (lately: readonly TopicAnswers[], breakdown: readonly BreakdownRow[], nameTopic: NameTopic): Week =>
  lately
    .map(({ topicSlug, answers, right }) => {
      const ever = breakdown.find(({ topic }) => topic === topicSlug);
      const [answersBefore, rightBefore] = [(ever?.answers ?? answers) - answers, (ever?.right ?? right) - right];
      const moved = answersBefore > 0 ? Math.abs(tempered(right, answers) - tempered(rightBefore, answersBefore)) : -1;
      const before = answersBefore > 0 ? rightBefore / answersBefore : null;
      return { moved, row: { ...nameTopic(topicSlug), answers, before, now: right / answers, levels: null } };
    })
    .toSorted((a, b) => b.moved - a.moved || b.row.answers - a.row.answers)
    .map(({ row }) => row);
