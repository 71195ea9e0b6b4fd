import type { UserActor } from "@tidao/access";
import type { QuestionKind } from "@tidao/grading";
import { type Clock, type Locale, localDate } from "@tidao/kernel";
import type { z } from "zod";
import { describeMisconceptions } from "../course/course-words.repo";
import { topicProgress } from "../course/topic-progress";
import { listTopicRows, type TopicRow } from "../course/topic.repo";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { readForecast, readForecastOf } from "../reviews";
import { enoughForPace } from "../reviews/day.repo";
import { readScope } from "../search";
import { listActivity, listActivityOf, listTopicAnswersOf, listTopicChanges } from "./activity.repo";
import { type BreakdownRow, listBreakdown } from "./breakdown.repo";
import { addDays } from "./calendar-day";
import { calibration, figures, type NameTopic, retention, weekOfAnswers, weekOfMastery } from "./figures";
import { type FoundTopic, listFoundTopics } from "./found-topics.repo";
import { type HeldMisconception, listHeldMisconceptions } from "./held-misconceptions.repo";
import type { Overview, overviewInput } from "./overview.dto";
import { streakOf } from "./streak";

/** 53 weeks, so that a calendar of whole weeks is full. */
const shownDays = 371;
const shownMisconceptions = 12;

/**
 * The learner's own numbers, from counters kept at each answer; nothing here reads the log. Within the scope of a search every one of
 * them is of its questions alone.
 */
export async function getOverview(
  actor: UserActor,
  input: z.infer<typeof overviewInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<Overview> {
  const now = clock.now();
  const today = localDate(now, actor.zone);
  const { subjectId } = actor;
  const [since, weekAgo] = [addDays(today, 1 - shownDays), addDays(today, -6)];
  const [{ questionIds, within }, withheld] = await Promise.all([readScope(actor, input.q, now, locale), listWithheldQuestionIds(actor, now)]);
  const breakdownRead = listBreakdown(subjectId, questionIds);
  const [rows, breakdown, held, activity, changes, lately, found, load] = await Promise.all([
    listTopicRows(actor, now),
    breakdownRead,
    listHeldMisconceptions(subjectId, withheld, questionIds, shownMisconceptions),
    questionIds ? listActivityOf(subjectId, questionIds, since) : listActivity(subjectId, since),
    questionIds ? [] : listTopicChanges(subjectId, weekAgo),
    questionIds ? listTopicAnswersOf(subjectId, questionIds, weekAgo) : [],
    questionIds && listFoundTopics(subjectId, questionIds, withheld, now),
    questionIds
      ? breakdownRead.then((known) => readForecastOf(actor, questionIds, paceOf(totalOf(known)), withheld, now))
      : readForecast(actor, withheld, now),
  ]);
  const titles = new Map(rows.map((row) => [row.slug, row.body.title[locale]]));
  const nameTopic: NameTopic = (slug) => ({ slug, title: titles.get(slug) ?? slug, query: within({ topic: slug }) });
  const total = totalOf(breakdown);
  const map = found ? mapOfFound(rows, found, breakdown, locale) : mapOfMastery(rows, breakdown, locale);
  const topics = rows.flatMap((row) => {
    const ofTopic = breakdown.find(({ topic }) => topic === row.slug);
    return ofTopic ? [{ ...nameTopic(row.slug), ...figures(ofTopic) }] : [];
  });
  const described = await describeHeld(held, nameTopic, locale);
  return {
    scope: questionIds && { query: input.q, questions: questionIds.length },
    totals: { ...figures(total), seconds: total?.seconds ?? 0, due: map.reduce((sum, { due }) => sum + due, 0) },
    topics,
    kinds: breakdown
      .flatMap((row) => (row.kind === null ? [] : [{ kind: row.kind, ...figures(row), query: within({ kind: row.kind as QuestionKind }) }]))
      .toSorted((a, b) => b.answers - a.answers),
    difficulties: breakdown
      .flatMap(({ difficulty, ...row }) => (difficulty === null ? [] : [{ difficulty, ...figures(row), query: within({ difficulty }) }]))
      .toSorted((a, b) => a.difficulty - b.difficulty),
    calibration: calibration(total, breakdown, nameTopic),
    retention: { desired: load.wishes.desiredRetention, ...retention(total, activity) },
    forecast: load.days,
    dailyNew: load.wishes.dailyNew,
    today,
    days: activity.flatMap(({ date, answers, right, seconds }) => (answers > 0 && date <= today ? [{ date, answers, right, seconds }] : [])),
    streak: streakOf(activity.filter((day) => day.answers > 0).map((day) => day.date), today),
    misconceptions: described,
    // those that have no words any more are not among those described
    misconceptionsInAll: Math.max(described.length, (held[0]?.total ?? 0) - (held.length - described.length)),
    week: questionIds ? weekOfAnswers(lately, breakdown, nameTopic) : weekOfMastery(changes, nameTopic),
    map,
    weakest: weakest(topics, map, found !== null),
  };
}

const totalOf = (breakdown: readonly BreakdownRow[]) => breakdown.find((row) => row.topic === null && row.kind === null && row.difficulty === null);
const paceOf = (total: BreakdownRow | undefined) => (total && total.answers >= enoughForPace ? total.seconds / total.answers : null);

const node = (row: TopicRow, locale: Locale) => ({ slug: row.slug, title: row.body.title[locale], number: row.number, area: row.area, prerequisites: row.prerequisites });

function mapOfMastery(rows: readonly TopicRow[], breakdown: readonly BreakdownRow[], locale: Locale): Overview["map"] {
  const progress = topicProgress(rows);
  return rows.map((row) => ({
    ...node(row, locale), level: row.level, state: progress.get(row.slug)?.state ?? "ready", due: row.due, answers: answersOf(breakdown, row.slug), found: null,
  }));
}
/** All that were given: what mastery counts leaves out those that wait to be compared. */
const answersOf = (breakdown: readonly BreakdownRow[], slug: string) => breakdown.find(({ topic }) => topic === slug)?.answers ?? 0;

/** Mastery is of whole topics: of some questions it is told how many of them were right when last answered. */
function mapOfFound(rows: readonly TopicRow[], found: readonly FoundTopic[], breakdown: readonly BreakdownRow[], locale: Locale): Overview["map"] {
  return rows.flatMap((row) => {
    const here = found.find(({ slug }) => slug === row.slug);
    if (!here) return [];
    const { questions, seen, known, due } = here;
    return [{ ...node(row, locale), level: quarters(known / questions), state: "ready" as const, due, answers: answersOf(breakdown, row.slug), found: { questions, seen, known } }];
  });
}
const quarters = (share: number) => (share === 0 ? 0 : Math.min(4, 1 + Math.floor(share * 4)));

function weakest(topics: Overview["topics"], map: Overview["map"], scoped: boolean): Overview["weakest"] {
  const levels = new Map(map.map(({ slug, level, due }) => [slug, { level: scoped ? 0 : level, due: scoped ? 0 : due }]));
  const at = (slug: string) => levels.get(slug) ?? { level: 0, due: 0 };
  const [first] = topics
    .filter(({ slug }) => at(slug).level < 4)
    .toSorted((a, b) => at(a.slug).level - at(b.slug).level || at(b.slug).due - at(a.slug).due || a.right / a.answers - b.right / b.answers);
  return first ? { slug: first.slug, title: first.title, query: first.query } : null;
}

async function describeHeld(held: readonly HeldMisconception[], nameTopic: NameTopic, locale: Locale): Promise<Overview["misconceptions"]> {
  const described = await Promise.all(
    held.map(async ({ id, topicSlug, questions, shownBy }) => {
      const [words] = await describeMisconceptions(topicSlug, [id], locale);
      if (!words) return [];
      const { beliefHtml, truthHtml } = words;
      return [{ id, feedback: { beliefHtml, truthHtml }, topic: nameTopic(topicSlug), questions, shownBy }];
    }),
  );
  return described.flat();
}
