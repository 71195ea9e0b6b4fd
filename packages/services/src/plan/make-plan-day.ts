import type { UserActor } from "@tidao/access";
import { localDate } from "@tidao/kernel";
import { answersToLevel, difficultyFromAuthor, expectedScore } from "@tidao/measurement";
import { daysBetween, forgettingFactorOf, type PlannedItem, planStudy, questionsAsked } from "@tidao/scheduling";
import { addDays } from "../analytics/calendar-day";
import { buildsOn, type TopicProgress, topicProgress } from "../course/topic-progress";
import { listTopicRows, type TopicRow } from "../course/topic.repo";
import { schedulingOf } from "../learning-record/review-wishes";
import { readWishes } from "../learning-record/review-wishes.repo";
import { listPlanCards, listReviewTallies, type PlanCardRow } from "./plan-cards.repo";
import { type PlanItem, usualWeight } from "./plan.dto";
import type { PlanDayRow, PlanState } from "./plan.repo";

/** What a guess earns on average over the kinds of question. */
const guess = 0.2;
/** Forgetting is judged by the reviews of this many days. */
const rememberedDays = 180;
/** Days after today whose items are kept with the plan. */
const soonDays = 6;

/**
 * Plans the rest of the time anew, from the memory as it is now. What was done of today's list stays at its head and counts
 * against today's budget; what was missed is not carried over.
 * @param withheld questions that an open assignment holds
 */
export async function makePlanDay(actor: UserActor, { setting, day, done }: PlanState, withheld: string[], now: Date): Promise<PlanDayRow> {
  const today = localDate(now, actor.zone);
  const [topics, cards, tallies, wishes] = await Promise.all([
    listTopicRows(actor, now),
    listPlanCards(actor.subjectId, withheld),
    listReviewTallies(actor.subjectId, addDays(today, -rememberedDays)),
    readWishes(actor.subjectId),
  ]);
  const { parameters } = schedulingOf(wishes);
  const progress = topicProgress(topics);
  const finished = (day?.items ?? []).filter(({ questionId }) => done.includes(questionId));
  const spentToday = finished.reduce((sum, { seconds }) => sum + seconds, 0);
  const plan = planStudy({
    today,
    date: setting.date,
    minutesADay: setting.minutesADay,
    daysOff: setting.daysOff,
    spentToday,
    topics: topics.map((topic) => ({
      slug: topic.slug,
      prerequisites: topic.prerequisites,
      weight: setting.weights[topic.slug] ?? usualWeight,
      ready: progress.get(topic.slug)?.state !== "not-ready",
      toHold: toHold(topic, progress.get(topic.slug)),
    })),
    cards: cards.map((row) => ({ id: row.id, topic: row.topic, seconds: row.seconds, memory: memoryOf(row, today, actor.zone), firstRight: firstRight(row) })),
    forgetting: forgettingFactorOf(tallies, parameters),
    ...(parameters && { parameters }),
  });
  const [first, ...later] = plan.days;
  const doneIds = new Set(finished.map(({ questionId }) => questionId));
  return {
    beganAt: day?.beganAt ?? now,
    madeAt: now,
    items: [...finished, ...(first?.items ?? []).filter(({ id }) => !doneIds.has(id)).map(toItem)],
    outlook: {
      asked: questionsAsked,
      days: plan.days.map(({ date, off, items, newSeconds, reviewSeconds }, index) => {
        const doneNow = index === 0 ? finished : [];
        const newItems = items.filter(({ kind }) => kind === "new").length;
        const count = (kind: PlanItem["kind"]) => doneNow.filter((item) => item.kind === kind);
        const secondsOf = (list: PlanItem[]) => list.reduce((sum, { seconds }) => sum + seconds, 0);
        return {
          date,
          off,
          newItems: newItems + count("new").length,
          reviewItems: items.length - newItems + count("review").length,
          newSeconds: newSeconds + secondsOf(count("new")),
          reviewSeconds: reviewSeconds + secondsOf(count("review")),
        };
      }),
      soon: later.slice(0, soonDays).map(({ date, items }) => ({ date, items: items.map(toItem) })),
      forecast: plan.forecast,
      withoutWork: plan.withoutWork,
      topics: plan.topics,
      dropped: plan.dropped,
    },
  };
}

/** What answers of a topic earn on average while it is learned: first ones about 0.6, reviews 0.9. */
const earns = { score: 0.75, difficulty: 0, guess };
function toHold({ questions, rating, answers }: TopicRow, progress: TopicProgress | undefined): number | null {
  if (questions === 0) return null;
  return progress?.held ? 0 : answersToLevel(buildsOn, { rating: rating ?? 0, answers }, earns);
}

const firstRight = ({ rating, difficulty }: PlanCardRow) =>
  expectedScore({ rating, difficulty: difficultyFromAuthor(difficulty), guess });

function memoryOf({ card }: PlanCardRow, today: string, zone: string) {
  if (!card) return null;
  const daysAgo = Math.max(0, daysBetween(localDate(new Date(card.lastReview), zone), today));
  return { stability: card.stability, difficulty: card.difficulty, daysAgo };
}

function toItem({ id, topic, kind, seconds, why }: PlannedItem): PlanItem {
  return {
    questionId: id,
    topic,
    kind,
    seconds,
    whyNow: {
      code: why.code,
      topic,
      days: "days" in why ? why.days : null,
      recall: "recall" in why ? why.recall : null,
      weight: "weight" in why ? why.weight : null,
      before: "before" in why ? why.before : null,
      without: "without" in why ? why.without : null,
      withIt: why.withIt,
    },
  };
}
