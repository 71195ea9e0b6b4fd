import { localDate } from "@tidao/kernel";
import { getOverview, type Overview } from "../analytics";
import { addDays } from "../analytics/calendar-day";
import { getPath, listTopics, type TopicSummary } from "../course";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { getHome, type Home } from "../home";
import { startTest } from "../placement";
import { getPlan } from "../plan";
import { findDueToday, getReviews, type Reviews } from "../reviews";
import { searchCourse } from "../search";
import type { LivedLearner } from "./lived-learner";

/** Pairs that must be equal, by what they are. */
type Pairs = Record<string, [unknown, unknown]>;
const unequal = (pairs: Pairs) =>
  Object.entries(pairs).flatMap(([what, [a, b]]) =>
    JSON.stringify(a) === JSON.stringify(b) ? [] : [`${what}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`],
  );
const sum = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0);

/** Where two pages of one learner say different things of the same moment; a sentence each. */
export async function findContradictions(learner: LivedLearner): Promise<string[]> {
  const { actor, context } = learner;
  const now = context.clock.now();
  // in turn: the first look of a day makes the day's plan
  const home = await getHome(actor, {}, context);
  const reviews = await getReviews(actor, {}, context);
  const topics = await listTopics(actor, {}, context);
  const overview = await getOverview(actor, { q: "" }, context);
  const withheld = await listWithheldQuestionIds(actor, now);
  const found = [
    ...unequal({ ...(await aboutDue(learner, home, reviews, topics, withheld)), ...(await aboutPlan(learner, home, withheld)) }),
    ...unequal({
      ...aboutNumbers(home, reviews, overview, topics),
      ...(await aboutPaths(learner, home, topics)),
      ...(await aboutNext(learner, home, topics)),
    }),
  ];
  return found.map((sentence) => `${localDate(now, actor.zone)} in ${actor.zone}, ${now.toISOString()}: ${sentence}`);
}

async function aboutDue(learner: LivedLearner, home: Home, reviews: Reviews, topics: TopicSummary[], withheld: string[]): Promise<Pairs> {
  const { actor, context } = learner;
  const { today } = reviews;
  const day = await findDueToday(actor, context.clock.now());
  const asked = await learner.next({ dueOnly: true });
  const search = await searchCourse(actor, { query: "is:due", page: 1 }, context);
  const more = await learner.next({ dueOnly: true, upTo: day.done + 10 });
  const all = home.due + home.waiting;
  const firstDay = day.count - day.again;
  return {
    "what is due, on home and among reviews": [
      [home.due, home.waiting, Math.min(20, home.uncompared)],
      [today.count, today.waiting, reviews.uncompared.length],
    ],
    "the day, in mail and among reviews": [
      [day.again, day.done, day.limit, day.minutes],
      [today.again, today.done, today.limit, today.minutes],
    ],
    "a review is asked where one is due": [
      [asked.question !== null, asked.due, asked.day],
      [home.due > 0, home.due, { limit: day.limit, done: day.done, waiting: home.waiting }],
    ],
    "a day holds its limit, and nothing waits before it is full": [
      [firstDay <= Math.max(0, day.limit - day.done), home.waiting === 0 || day.done + firstDay >= day.limit],
      [true, true],
    ],
    "ten more are those that wait": [more.due, day.again + Math.min(all - day.again, Math.max(10, day.limit - day.done))],
    "what topics say is due": [sum(topics, ({ due }) => due), all],
    "what a search finds due": [
      [search.total, search.questions, (await learner.next({ search: "is:due" })).due, (await learner.next({})).due],
      [all, all, all, all],
    ],
    "a search shows nothing that is held or set aside as due": [
      search.hits.filter(({ ref, state }) => state !== "due" || withheld.includes(ref) || learner.setAside.has(ref)),
      [],
    ],
    "topics of today's reviews": [sum(today.topics, ({ count }) => count), home.due],
    "the next review": [home.nextReviewAt, home.due > 0 ? null : reviews.nextDueAt],
    "what is set aside": [
      reviews.setAside.map(({ questionId }) => questionId).toSorted(),
      [...learner.setAside].filter((id) => !withheld.includes(id)).toSorted(),
    ],
  };
}

async function aboutPlan(learner: LivedLearner, home: Home, withheld: string[]): Promise<Pairs> {
  const { today, setting, plan, missedDays } = await getPlan(learner.actor, {}, learner.context);
  const { question, total, seen } = await learner.next({ plan: true });
  if (!setting || !plan)
    return {
      "where no plan is": [
        [home.plan, home.next.kind === "plan", question, !setting || setting.date <= today],
        [null, false, null, true],
      ],
    };
  const { items, secondsLeft, outlook, daysLeft } = plan;
  const done = items.filter((item) => item.done);
  const left = items.filter((item) => !item.done);
  const budget = setting.minutesADay * 60;
  const forecasts = [outlook.forecast, ...outlook.topics];
  return {
    "the plan, on home and on its page": [
      [home.plan?.itemsDone, home.plan?.itemsLeft, home.plan?.daysLeft, home.plan?.missedDays],
      [done.length, left.length, daysLeft, missedDays],
    ],
    "the plan, on its page and in practice": [
      [question !== null, total, seen],
      [left.length > 0, items.length, done.length],
    ],
    "time left of the plan": [secondsLeft, sum(left, ({ seconds }) => seconds)],
    "a day of the plan fits into its minutes": [
      outlook.days.filter(({ off, newSeconds, reviewSeconds }, index) => newSeconds + reviewSeconds > (off && index > 0 ? 0 : budget)),
      [],
    ],
    "today's list fits into its minutes": [secondsLeft === 0 || sum(items, ({ seconds }) => seconds) <= budget, true],
    "the plan's days": [
      [outlook.days[0]?.date, outlook.days.at(-1)?.date, outlook.days.length],
      [today, addDays(setting.date, -1), daysLeft],
    ],
    "the interval holds what is expected": [
      forecasts.filter(({ low, recall, high }) => low > recall + 1e-9 || recall > high + 1e-9 || low < 0 || high > 1),
      [],
    ],
    "what is dropped, by topic and in all": [sum(outlook.topics, ({ dropped }) => dropped), outlook.dropped.questions],
    "the plan asks for nothing that is held or set aside": [
      left.filter(({ questionId }) => withheld.includes(questionId) || learner.setAside.has(questionId)),
      [],
    ],
  };
}

function aboutNumbers(home: Home, reviews: Reviews, overview: Overview, topics: TopicSummary[]): Pairs {
  const { totals, days, streak, map, retention, calibration } = overview;
  const week = days.filter(({ date }) => date > addDays(overview.today, -7));
  const counted = (rows: readonly { answers: number; right: number }[]) => [sum(rows, ({ answers }) => answers), sum(rows, ({ right }) => right)];
  const inAll = [totals.answers, totals.right];
  return {
    "what is due, on home and in progress": [totals.due, home.due + home.waiting],
    "states, on the map and in lists": [
      map.map(({ slug, state, level, due }) => [slug, state, level, due]),
      topics.map(({ slug, state, level, due }) => [slug, state, level, due]),
    ],
    "nobody has seen more than there is": [topics.filter(({ seen, questions, right, answers }) => seen > questions || right > answers), []],
    "the run of days": [
      [home.week.streak.days, home.week.streak.frozen],
      [streak.days, streak.frozen.length],
    ],
    "the week, on home and in the calendar": [
      [home.week.days, home.week.answers, home.week.right, home.week.seconds],
      [week.length, ...counted(week), sum(week, ({ seconds }) => seconds)],
    ],
    "answers by day, topic and kind": [
      [counted(days), counted(overview.topics), counted(overview.kinds)],
      [inAll, inAll, inAll],
    ],
    "answers by topic, in the table and on the map": [
      map.flatMap(({ slug, answers }) => (answers > 0 ? [[slug, answers]] : [])),
      overview.topics.map(({ slug, answers }) => [slug, answers]),
    ],
    "answers of the week by topic": [sum(overview.week, ({ answers }) => answers), counted(week)[0]],
    "where a topic stands, in the week and on the map": [
      overview.week.map(({ slug, levels }) => [slug, levels!.now]),
      overview.week.map(({ slug }) => [slug, map.find((topic) => topic.slug === slug)!.level]),
    ],
    "reviews by week": [
      [sum(retention.weeks, (row) => row.reviews), sum(retention.weeks, (row) => row.recalled)],
      [retention.reviews, retention.recalled],
    ],
    "answers with confidence": [calibration.report?.answers ?? 0, sum(calibration.levels, ({ answers }) => answers)],
    "the load of the coming days": [overview.forecast, reviews.cards > 0 ? reviews.forecast : []],
    "the days to come": [reviews.forecast.map(({ date }) => date), reviews.forecast.map((_, index) => addDays(overview.today, index))],
  };
}

async function aboutPaths({ actor, context }: LivedLearner, home: Home, topics: TopicSummary[]): Promise<Pairs> {
  const pairs: Pairs = {};
  for (const { slug, done, steps, resume } of home.paths) {
    const { path, steps: all, resumeAt } = await getPath(actor, { slug }, context);
    pairs[`topics of the path ${slug}`] = [all.map(({ topic }) => topic), all.map(({ topic }) => topics.find((each) => each.slug === topic.slug))];
    pairs[`the path ${slug}`] = [
      [done, steps, resume?.position ?? null, resumeAt],
      [path.done, all.length, path.resume?.position ?? null, path.resume?.position ?? null],
    ];
  }
  return pairs;
}

/** What home calls next can be started, and is what home says of it. */
async function aboutNext(learner: LivedLearner, { next, due }: Home, topics: TopicSummary[]): Promise<Pairs> {
  const starts: Pairs[string] = await (async () => {
    switch (next.kind) {
      case "review":
        return [(await learner.next({ dueOnly: true })).reason, "due"];
      case "plan":
        return [(await learner.next({ plan: true })).question !== null, true];
      case "mixed":
        return [(await learner.next({ mix: true })).question !== null, true];
      case "practice": {
        const { question, total, seen } = await learner.next({ topic: next.topic.slug });
        return [
          [question !== null, total - seen],
          [true, next.left],
        ];
      }
      case "lesson":
        return [topics.find(({ slug }) => slug === next.topic.slug)?.lessonRead, false];
      case "assignment":
        return [next.assignment.answered < next.assignment.questions, true];
      case "placement":
        return [(await startTest(learner.actor, { topic: null }, learner.context)).item !== null, true];
      default:
        return [due, 0];
    }
  })();
  return { [`what is next, ${next.kind}`]: starts };
}
