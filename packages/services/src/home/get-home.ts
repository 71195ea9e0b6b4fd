import type { UserActor } from "@tidao/access";
import { type Clock, type Locale, localDate } from "@tidao/kernel";
import { z } from "zod";
import { addDays, streakOf } from "../analytics/get-overview";
import { listActivity } from "../analytics/activity.repo";
import { getPath, listPaths } from "../course/list-paths";
import { topicProgress } from "../course/topic-progress";
import { listTopicRows } from "../course/topic.repo";
import { listOpenAssignments, openAssignment } from "../assignments/list-assignments";

const topicRef = z.strictObject({ slug: z.string(), title: z.string() });
export const homeDto = z.strictObject({
  /** The one next thing. */
  next: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("assignment"), assignment: openAssignment }),
    z.strictObject({ kind: z.literal("review"), due: z.number().int(), minutes: z.number().int() }),
    z.strictObject({ kind: z.literal("lesson"), topic: topicRef, reason: z.string().nullable(), path: z.string().nullable() }),
    z.strictObject({ kind: z.literal("practice"), topic: topicRef, reason: z.string().nullable(), path: z.string().nullable(), left: z.number().int() }),
    /** Nothing begun yet: three doors. */
    z.strictObject({ kind: z.literal("start") }),
    /** Everything there is has been done. */
    z.strictObject({ kind: z.literal("done") }),
  ]),
  due: z.number().int(),
  paths: z.array(z.strictObject({ slug: z.string(), title: z.string(), steps: z.number().int(), done: z.number().int() })),
  assignments: z.array(openAssignment),
  week: z.strictObject({ answers: z.number().int(), right: z.number().int(), seconds: z.number().int(), days: z.number().int(), streak: z.number().int() }),
  begun: z.boolean(),
});
export type Home = z.infer<typeof homeDto>;
/** An assignment comes before everything else in its last two days. */
const urgent = 48 * 3600 * 1000;
const minutesPerReview = 1;

/** What to do now, why, and what else is there: answered from counters and a handful of rows. */
export async function getHome(actor: UserActor, _: object, context: { clock: Clock; locale: Locale }): Promise<Home> {
  const now = context.clock.now();
  const today = localDate(now, actor.zone);
  const [topics, allPaths, assignments, activity] = await Promise.all([
    listTopicRows(actor.subjectId, now),
    listPaths(actor, {}, context),
    listOpenAssignments(actor, now),
    listActivity(actor.subjectId, addDays(today, -400)),
  ]);
  const started = allPaths.filter((p) => p.startedAt).sort((a, b) => (b.startedAt ?? "").localeCompare(a.startedAt ?? ""));
  const due = topics.reduce((sum, t) => sum + t.due, 0);
  const begun = started.length > 0 || activity.length > 0 || topics.some((t) => t.lessonReadAt);
  const pressing = assignments.find((a) => a.answered < a.questions && new Date(a.dueAt).getTime() - now.getTime() < urgent);
  const step = pressing || due > 0 ? null : await nextStep(actor, started[0]?.slug, topics, context);
  const week = activity.filter((d) => d.date > addDays(today, -7));
  const sum = (of: (d: (typeof week)[number]) => number) => week.reduce((total, d) => total + of(d), 0);
  return {
    next: pressing
      ? { kind: "assignment", assignment: pressing }
      : due > 0
        ? { kind: "review", due, minutes: Math.max(1, Math.round(due * minutesPerReview)) }
        : begun
          ? (step ?? { kind: "done" })
          : { kind: "start" },
    due,
    paths: started.map(({ slug, title, steps, done }) => ({ slug, title, steps, done })),
    assignments,
    week: {
      answers: sum((d) => d.answers),
      right: sum((d) => d.right),
      seconds: sum((d) => d.seconds),
      days: week.filter((d) => d.answers > 0).length,
      streak: streakOf(new Set(activity.filter((d) => d.answers > 0).map((d) => d.date)), today),
    },
    begun,
  };
}

type Topics = Awaited<ReturnType<typeof listTopicRows>>;
/** The first step of the newest path that is not done, or, without a path, the first topic that is ready. */
async function nextStep(actor: UserActor, pathSlug: string | undefined, topics: Topics, context: { clock: Clock; locale: Locale }) {
  const ref = (t: { slug: string; title: string }) => ({ slug: t.slug, title: t.title });
  if (pathSlug) {
    const path = await getPath(actor, { slug: pathSlug }, context);
    const step = path.steps.find((s) => s.position === path.resumeAt);
    if (step) {
      const common = { topic: ref(step.topic), reason: step.reason, path: path.path.title };
      if (step.topic.hasLesson && !step.topic.lessonRead) return { kind: "lesson" as const, ...common };
      return { kind: "practice" as const, ...common, left: step.topic.questions - step.topic.seen };
    }
  }
  const progress = topicProgress(topics);
  const open = topics.filter((t) => t.questions > 0 && (progress.get(t.slug)?.level ?? 0) < 3);
  const topic = open.find((t) => progress.get(t.slug)?.state === "in-progress") ?? open.find((t) => progress.get(t.slug)?.state === "ready") ?? open[0];
  if (!topic) return null;
  const common = { topic: { slug: topic.slug, title: topic.body.title[context.locale] }, reason: null, path: null };
  if (topic.hasLesson && !topic.lessonReadAt) return { kind: "lesson" as const, ...common };
  return { kind: "practice" as const, ...common, left: topic.questions - topic.seen };
}
