import type { UserActor } from "@tidao/access";
import { type Clock, type Locale, localDate } from "@tidao/kernel";
import { confidenceReport, sigmoid, statedChances, wilsonInterval } from "@tidao/measurement";
import type { z } from "zod";
import { describeMisconceptions } from "../course/course-words.repo";
import { topicProgress } from "../course/topic-progress";
import { listTopicRows, type TopicRow } from "../course/topic.repo";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { readWishes } from "../learning-record/review-wishes.repo";
import { questionsOfSearch } from "../search";
import { type ActivityDay, listActivity, listActivityIn, listTopicChanges, type TopicChange } from "./activity.repo";
import { type BreakdownRow, listBreakdown } from "./breakdown.repo";
import { addDays } from "./calendar-day";
import { type HeldMisconception, listHeldMisconceptions } from "./held-misconceptions.repo";
import type { Overview, overviewInput } from "./overview.dto";
import { streakOf } from "./streak";

/** 53 weeks, so that a calendar of whole weeks is full. */
const shownDays = 371;
const shownMisconceptions = 12;
/** A scope may hold more than anybody practises at a sitting. */
const mostInScope = 20_000;
/** Fewer answers with confidence than this say nothing of a topic. */
const enoughToCalibrate = 10;

/** The learner's own numbers, from counters kept at each answer; nothing here reads the log. */
export async function getOverview(
  actor: UserActor,
  input: z.infer<typeof overviewInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<Overview> {
  const now = clock.now();
  const today = localDate(now, actor.zone);
  const { subjectId } = actor;
  const since = addDays(today, 1 - shownDays);
  const questionIds = input.q.trim() ? await questionsOfSearch(actor, input.q, now, mostInScope) : null;
  const [rows, breakdown, withheld, wishes] = await Promise.all([
    listTopicRows(actor, now),
    listBreakdown(subjectId, questionIds),
    listWithheldQuestionIds(actor, now),
    readWishes(subjectId),
  ]);
  // days know topics, not questions: a scope is there what topics it touches
  const inScope = questionIds && breakdown.flatMap(({ topic }) => topic ?? []);
  const [activity, changes, held] = await Promise.all([
    inScope ? listActivityIn(subjectId, inScope, since) : listActivity(subjectId, since),
    listTopicChanges(subjectId, addDays(today, -6)),
    listHeldMisconceptions(subjectId, withheld, questionIds, shownMisconceptions),
  ]);
  const titles = new Map(rows.map((row) => [row.slug, row.body.title[locale]]));
  const topicRef = (slug: string) => ({ slug, title: titles.get(slug) ?? slug });
  const total = breakdown.find((row) => row.topic === null && row.kind === null && row.difficulty === null);
  const topics = topicFigures(rows, breakdown, locale);
  const byDate = new Map(activity.map((day) => [day.date, day]));
  return {
    scope: questionIds && { query: input.q, questions: questionIds.length, topics: (inScope ?? []).map(topicRef) },
    totals: { ...figures(total), seconds: total?.seconds ?? 0, due: rows.reduce((sum, row) => sum + row.due, 0) },
    topics,
    kinds: breakdown.flatMap((row) => (row.kind === null ? [] : [{ kind: row.kind, ...figures(row) }])).toSorted((a, b) => b.answers - a.answers),
    difficulties: breakdown
      .flatMap((row) => (row.difficulty === null ? [] : [{ difficulty: row.difficulty, ...figures(row) }]))
      .toSorted((a, b) => a.difficulty - b.difficulty),
    calibration: { ...calibration(total), furthest: furthestOff(breakdown, topicRef) },
    retention: { desired: wishes.desiredRetention, ...retention(total, questionIds ? [] : activity) },
    days: Array.from({ length: shownDays }, (_, index) => addDays(since, index)).map((date) => {
      const { answers = 0, right = 0, seconds = 0 } = byDate.get(date) ?? {};
      return { date, answers, right, seconds };
    }),
    streak: streakOf(activity.filter((d) => d.answers > 0).map((d) => d.date), today),
    misconceptions: await describeHeld(held, topicRef, locale),
    week: weekChanges(changes.filter(({ topicSlug }) => !inScope || inScope.includes(topicSlug))).map(({ topicSlug, ...change }) => ({ ...topicRef(topicSlug), ...change })),
    weakest: weakest(topics),
  };
}

const figures = (row: Pick<BreakdownRow, "answers" | "right" | "seconds"> | undefined) => {
  const { answers = 0, right = 0, seconds = 0 } = row ?? {};
  return { answers, right, accuracy: wilsonInterval(right, answers), secondsPerAnswer: answers > 0 ? seconds / answers : null };
};

function topicFigures(rows: readonly TopicRow[], breakdown: readonly BreakdownRow[], locale: Locale): Overview["topics"] {
  const progress = topicProgress(rows);
  return rows.map((row) => ({
    slug: row.slug,
    title: row.body.title[locale],
    number: row.number,
    area: row.area,
    ...figures(breakdown.find(({ topic }) => topic === row.slug)),
    level: row.level,
    state: progress.get(row.slug)?.state ?? "ready",
    due: row.due,
  }));
}

function weakest(topics: Overview["topics"]): Overview["weakest"] {
  const [first] = topics
    .filter((t) => t.answers > 0 && t.level < 4)
    .toSorted((a, b) => a.level - b.level || b.due - a.due || a.right / a.answers - b.right / b.answers);
  return first ? { slug: first.slug, title: first.title } : null;
}

const countsOf = (row: BreakdownRow | undefined) =>
  statedChances.map((stated, index) => ({ level: index + 1, stated, answers: row?.sureAnswers[index] ?? 0, right: row?.sureRight[index] ?? 0 }));

function calibration(total: BreakdownRow | undefined): Omit<Overview["calibration"], "furthest"> {
  const counts = countsOf(total);
  return { levels: counts.map((count) => ({ ...count, accuracy: wilsonInterval(count.right, count.answers) })), report: confidenceReport(counts) };
}

function furthestOff(breakdown: readonly BreakdownRow[], topicRef: (slug: string) => { slug: string; title: string }): Overview["calibration"]["furthest"] {
  const said = breakdown.flatMap((row) => {
    if (row.topic === null) return [];
    const counts = countsOf(row);
    const report = confidenceReport(counts);
    if (!report || report.answers < enoughToCalibrate) return [];
    const right = counts.reduce((sum, count) => sum + count.right, 0) / report.answers;
    return [{ ...topicRef(row.topic), stated: right + report.bias, right, answers: report.answers }];
  });
  return said.toSorted((a, b) => Math.abs(b.stated - b.right) - Math.abs(a.stated - a.right))[0] ?? null;
}

function retention(total: BreakdownRow | undefined, activity: readonly ActivityDay[]): Omit<Overview["retention"], "desired"> {
  const { reviews = 0, recalled = 0 } = total ?? {};
  const weeks = new Map<string, Overview["retention"]["weeks"][number]>();
  for (const day of activity) {
    if (day.reviews === 0) continue;
    const from = mondayOf(day.date);
    const week = weeks.get(from) ?? { from, reviews: 0, recalled: 0, expected: 0 };
    weeks.set(from, { from, reviews: week.reviews + day.reviews, recalled: week.recalled + day.recalled, expected: week.expected + day.expected });
  }
  return { reviews, recalled, accuracy: wilsonInterval(recalled, reviews), weeks: [...weeks.values()].slice(-26) };
}
const mondayOf = (date: string) => addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** By how much the chance of knowing an item of difficulty 3 moved. */
const weekChanges = (changes: readonly TopicChange[]) =>
  changes
    .map(({ ratingBefore, ratingNow, ...change }) => ({ ...change, knowsBefore: sigmoid(ratingBefore), knowsNow: sigmoid(ratingNow) }))
    .toSorted((a, b) => Math.abs(b.knowsNow - b.knowsBefore) - Math.abs(a.knowsNow - a.knowsBefore));

async function describeHeld(held: readonly HeldMisconception[], topicRef: (slug: string) => { slug: string; title: string }, locale: Locale): Promise<Overview["misconceptions"]> {
  const described = await Promise.all(
    held.map(async ({ id, topicSlug, questions, shownBy }) => {
      const [words] = await describeMisconceptions(topicSlug, [id], locale);
      if (!words) return [];
      const { beliefHtml, truthHtml } = words;
      return [{ id, feedback: { beliefHtml, truthHtml }, topic: topicRef(topicSlug), questions, shownBy }];
    }),
  );
  return described.flat();
}
