import type { UserActor } from "@tidao/access";
import { textOfRuns } from "@tidao/content/render";
import { type Clock, type Locale, localDate } from "@tidao/kernel";
import { longestPlacement } from "@tidao/measurement";
import { z } from "zod";
import { addDays } from "../analytics/calendar-day";
import { streakOf } from "../analytics/streak";
import { listActivity } from "../analytics/activity.repo";
import { listOpenAssignments, openAssignment } from "../assignments/list-assignments";
import { type CourseOfLearner, loadCourse, pathOfLearnerDto, pathSummaryDto } from "../course/list-paths";
import { readingMinutes } from "../course/reading-minutes";
import { ripeTopics } from "../course/topic-progress";
import { countNewQuestions, measureTopic } from "../course/topic.repo";
import { findPlacement } from "../placement/get-overview";
import { findPlanToday, planTodayDto } from "../plan";
import { findDueToday } from "../reviews";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { findNextReview } from "./next-review.repo";

const topicRef = z.strictObject({ slug: z.string(), title: z.string() });
const pathRef = z.strictObject({ slug: z.string(), title: z.string() });
const step = { topic: topicRef, reason: z.string().nullable(), path: pathRef.nullable(), goesWithout: z.array(topicRef), minutes: z.number().int() };
export const homeDto = z.strictObject({
  /** The one next thing. */
  next: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("assignment"), assignment: openAssignment }),
    /** A test of what is known that was left a short while ago. */
    z.strictObject({ kind: z.literal("placement"), answered: z.number().int(), most: z.number().int() }),
    z.strictObject({ kind: z.literal("plan"), plan: planTodayDto }),
    z.strictObject({
      kind: z.literal("review"),
      due: z.number().int(),
      /** Of these: answered today already, right or not; nobody is about to forget them. */
      again: z.number().int(),
      minutes: z.number().int(),
    }),
    /** Topics that were practised by themselves, now among each other. */
    z.strictObject({ kind: z.literal("mixed"), topics: z.array(topicRef), minutes: z.number().int() }),
    z.strictObject({ kind: z.literal("lesson"), ...step }),
    z.strictObject({ kind: z.literal("practice"), ...step, left: z.number().int() }),
    /** Nothing begun yet: doors, one of them for each path that there is. */
    z.strictObject({
      kind: z.literal("start"),
      paths: z.array(z.strictObject({ slug: z.string(), title: z.string(), hours: z.number(), steps: z.number().int() })),
      questions: z.number().int(),
    }),
    /** Everything there is has been done. */
    z.strictObject({ kind: z.literal("done") }),
  ]),
  /** Due now within the day's limit, and how many more wait for another day. */
  due: z.number().int(),
  waiting: z.number().int(),
  /** Short answers that wait to be compared with their key points. */
  uncompared: z.number().int(),
  /** Reports on questions that were answered since the learner last looked at theirs. */
  replies: z.number().int(),
  /** The plan toward a date, where there is one. */
  plan: planTodayDto.nullable(),
  /** When the next review comes; null when none is planned or some are due now. */
  nextReviewAt: z.string().nullable(),
  paths: z.array(
    z.strictObject({
      slug: z.string(),
      title: z.string(),
      steps: z.number().int(),
      done: z.number().int(),
      /** The step to go on with. */
      resume: z.strictObject({ position: z.number().int(), topic: topicRef }).nullable(),
    }),
  ),
  /** A placement was finished once: the starting point is known. */
  placed: z.boolean(),
  assignments: z.array(openAssignment),
  week: z.strictObject({ answers: z.number().int(), right: z.number().int(), seconds: z.number().int(), days: z.number().int(), streak: z.strictObject({ days: z.number().int(), frozen: z.number().int() }) }),
  begun: z.boolean(),
});
export type Home = z.infer<typeof homeDto>;
/** An assignment comes before everything else in its last two days. */
const urgent = 48 * 3600 * 1000;
/** So long a test that was left half-way comes before what its own answers bring back; after that it is not what they want. */
const fresh = 48 * 3600 * 1000;
/** One sitting, for the estimate: nobody answers sixty new questions in a row. */
const sitting = 10;
/** So many topics practised by themselves are worth a sitting of mixed practice. */
const enoughToMix = 2;

/** What to do now, why, and what else is there: answered from counters and a handful of rows. */
export async function getHome(actor: UserActor, _: object, { clock, locale }: { clock: Clock; locale: Locale }): Promise<Home> {
  const now = clock.now();
  const today = localDate(now, actor.zone);
  const withheld = listWithheldQuestionIds(actor, now);
  const [course, assignments, activity, dueToday, plan, placement] = await Promise.all([
    loadCourse(actor, clock, withheld),
    listOpenAssignments(actor, now),
    listActivity(actor.subjectId, addDays(today, -400)),
    findDueToday(actor, now, withheld),
    findPlanToday(actor, { clock }),
    findPlacement(actor.subjectId),
  ]);
  const { topics } = course;
  const started = course.paths
    .filter((path) => path.startedAt)
    .sort((a, b) => (b.startedAt?.getTime() ?? 0) - (a.startedAt?.getTime() ?? 0))
    .map((path) => pathOfLearnerDto(path, course, locale));
  const due = dueToday.count;
  const begun = started.length > 0 || activity.length > 0 || topics.some((t) => t.lessonReadAt);
  const pressing = assignments.find((a) => a.answered < a.questions && new Date(a.dueAt).getTime() - now.getTime() < urgent);
  // of a day that a flight to the west has put ahead of the learner nothing is told before it comes
  const week = activity.filter((d) => d.date > addDays(today, -7) && d.date <= today);
  const streak = streakOf(activity.filter((d) => d.answers > 0).map((d) => d.date), today);
  const sum = (of: (d: (typeof week)[number]) => number) => week.reduce((total, d) => total + of(d), 0);

  const named = (slug: string) => ({ slug, title: topics.find((t) => t.slug === slug)?.body.title[locale] ?? slug });
  const choose = async (): Promise<Home["next"]> => {
    if (pressing) return { kind: "assignment", assignment: pressing };
    const test = placement.open;
    const isInTest = test && test.answered > 0 && now.getTime() - test.startedAt.getTime() < fresh;
    if (isInTest) return { kind: "placement", answered: test.answered, most: longestPlacement };
    if (plan && plan.itemsLeft > 0) return { kind: "plan", plan };
    if (due > 0) return { kind: "review", due, again: dueToday.again, minutes: dueToday.minutes };
    const ripe = ripeTopics(course.progress);
    const mixed = { kind: "mixed" as const, topics: ripe.slice(0, 3).map(named), minutes: sitting };
    if (ripe.length >= enoughToMix) return mixed;
    if (begun) return (await nextStep(actor, started[0], course, await withheld, locale)) ?? (ripe.length > 0 ? mixed : { kind: "done" });
    return {
      kind: "start",
      paths: course.paths.map((path) => pathSummaryDto(path, course, locale)).map(({ slug, title, hours, steps }) => ({ slug, title, hours, steps })),
      questions: topics.reduce((total, t) => total + t.questions, 0),
    };
  };
  const review = async () => findNextReview(actor.subjectId, await withheld, now);
  const [next, nextReviewAt] = await Promise.all([choose(), due > 0 || !activity.length ? null : review()]);
  return {
    next,
    due,
    waiting: dueToday.waiting,
    uncompared: dueToday.uncompared,
    replies: dueToday.replies,
    plan,
    nextReviewAt: nextReviewAt?.toISOString() ?? null,
    paths: started.map(({ path, steps, resumeAt }) => {
      const resume = steps.find((s) => s.position === resumeAt);
      return {
        slug: path.slug,
        title: path.title,
        steps: path.steps,
        done: path.done,
        resume: resume ? { position: resume.position, topic: { slug: resume.topic.slug, title: resume.topic.title } } : null,
      };
    }),
    placed: placement.finished,
    assignments,
    week: {
      answers: sum((d) => d.answers),
      right: sum((d) => d.right),
      seconds: sum((d) => d.seconds),
      days: week.filter((d) => d.answers > 0).length,
      streak: { days: streak.days, frozen: streak.frozen.length },
    },
    begun,
  };
}

/** The first step of the newest path that is not done, or, without a path, the first topic that is ready. */
async function nextStep(
  { subjectId }: UserActor,
  path: ReturnType<typeof pathOfLearnerDto> | undefined,
  { topics, progress }: CourseOfLearner,
  withheld: string[],
  locale: Locale,
) {
  const onPath = path?.steps.find((s) => s.position === path.resumeAt);
  const open = topics.filter((t) => t.questions > 0 && (progress.get(t.slug)?.earned ?? 0) < 3 && progress.get(t.slug)?.state !== "skipped");
  const inState = (state: string) => open.find((t) => progress.get(t.slug)?.state === state);
  const topic = onPath ? topics.find((t) => t.slug === onPath.topic.slug) : (inState("in-progress") ?? inState("ready") ?? open[0]);
  if (!topic) return null;
  const [{ characters, secondsPerQuestion }, left] = await Promise.all([measureTopic(topic.slug, locale), countNewQuestions(subjectId, topic.slug, withheld)]);
  const common = {
    topic: { slug: topic.slug, title: topic.body.title[locale] },
    reason: onPath ? textOfRuns(onPath.reason) : null,
    path: onPath && path ? { slug: path.path.slug, title: path.path.title } : null,
    goesWithout: onPath?.goesWithout ?? [],
  };
  if (topic.hasLesson && !topic.lessonReadAt) return { kind: "lesson" as const, ...common, minutes: readingMinutes(characters ?? 0, locale) };
  const questions = Math.min(sitting, left > 0 ? left : topic.questions);
  return { kind: "practice" as const, ...common, left, minutes: Math.max(1, Math.round((questions * (secondsPerQuestion ?? 60)) / 60)) };
}
