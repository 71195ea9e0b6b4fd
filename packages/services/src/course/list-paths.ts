import type { Actor } from "@tidao/access";
import { linkedWords, textOfRuns } from "@tidao/content/render";
import { type Clock, DomainError, type Locale, localDate } from "@tidao/kernel";
import { z } from "zod";
import { pathPace } from "./path-pace";
import { stepDone, type TopicProgress, topicProgress } from "./topic-progress";
import { topicSummary, topicSummaryDto } from "./topic.dto";
import { listPathRows, listTopicRows, type PathRow, type TopicRow } from "./topic.repo";

export const pathSummary = z.strictObject({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  audience: z.string(),
  hours: z.number(),
  steps: z.number().int(),
  /** Steps whose topic is proficient or better, or skipped with a test. */
  done: z.number().int(),
  startedAt: z.string().nullable(),
  /** The step to go on with: the first that is not done and has questions. */
  resume: z.strictObject({ position: z.number().int(), topic: z.strictObject({ slug: z.string(), title: z.string() }) }).nullable(),
  /** The day that the learner has set, and what it asks for. */
  deadline: z
    .strictObject({
      date: z.string(),
      daysLeft: z.number().int(),
      stepsLeft: z.number().int(),
      minutesPerDay: z.number().int().nullable(),
      verdict: z.enum(["done", "past", "steady", "intense", "unrealistic"]),
    })
    .nullable(),
});
export const pathListDto = z.array(pathSummary);
export const pathInput = z.strictObject({ slug: z.string().max(60) });
/** Words in their order; `topic` is what a run leads to: a slug, with `#anchor` where it is a section. */
const words = z.array(z.strictObject({ text: z.string(), topic: z.string().nullable() }));
const topicRefs = z.array(z.strictObject({ slug: z.string(), title: z.string() }));
/** Other paths of the learner that have the topic too: a step done there is done here. */
const alsoIn = topicRefs;
/** What the map calls for first, is not held yet, and is no step: a path may go without. Of what comes later its reason speaks. */
const goesWithout = topicRefs;
/**
 * `waits`: an earlier step of this path is to be learned first. A topic that the map calls not ready for other reasons is not
 * kept waiting on the path, which has its own order.
 */
export const pathDto = z.strictObject({
  path: pathSummary,
  /** The path's summary, with what it leads to. */
  lead: words,
  steps: z.array(z.strictObject({ position: z.number().int(), reason: words, done: z.boolean(), practised: z.boolean(), topic: topicSummary, alsoIn, goesWithout, waits: z.boolean() })),
  /** The mixed set over all steps; `questions` is how many there are. */
  closing: z.strictObject({ reason: z.string(), questions: z.number().int() }),
  /** Position of the first step that is not done. */
  resumeAt: z.number().int().nullable(),
});
/** Everything that paths are shown from, read once. */
export interface CourseOfLearner {
  paths: PathRow[];
  topics: TopicRow[];
  progress: ReadonlyMap<string, TopicProgress>;
  /** On the learner's calendar, YYYY-MM-DD. */
  today: string;
}
export async function loadCourse(actor: Actor, clock: Clock, withheld?: Promise<string[]>): Promise<CourseOfLearner> {
  const subjectId = actor.kind === "user" ? actor.subjectId : null;
  const [paths, topics] = await Promise.all([listPathRows(subjectId), listTopicRows(actor.kind === "user" ? actor : null, clock.now(), withheld)]);
  const today = localDate(clock.now(), actor.kind === "user" ? actor.zone : "UTC");
  return { paths, topics, progress: topicProgress(topics), today };
}

function isDone(topic: string, { progress }: CourseOfLearner): boolean {
  const held = progress.get(topic);
  return held !== undefined && (held.state === "skipped" || held.level >= stepDone);
}
/** Practised as far as a step asks for; that it holds among other topics is still to be shown. */
const isPractised = (topic: string, { progress }: CourseOfLearner) => (progress.get(topic)?.earned ?? 0) >= stepDone;
/** Steps without questions cannot be done yet: a deadline does not count them. */
const canBeDone = (topic: string, { topics }: CourseOfLearner) => topics.some(({ slug, questions }) => slug === topic && questions > 0);

function resumeOf(path: PathRow, course: CourseOfLearner, locale: Locale) {
  const open = path.body.steps.filter(({ topic }) => !isDone(topic, course) && canBeDone(topic, course));
  // what was practised in one block is shown in mixed practice: nobody waits for that before going on
  const next = open.find(({ topic }) => !isPractised(topic, course)) ?? open[0];
  const index = next ? path.body.steps.indexOf(next) : -1;
  const topic = course.topics.find(({ slug }) => slug === path.body.steps[index]?.topic);
  return topic ? { position: index + 1, topic: { slug: topic.slug, title: topic.body.title[locale] } } : null;
}
function deadlineOf({ deadline, body }: PathRow, course: CourseOfLearner) {
  if (deadline === null) return null;
  const steps = body.steps.filter(({ topic }) => canBeDone(topic, course));
  const done = steps.filter(({ topic }) => isDone(topic, course)).length;
  return { date: deadline, ...pathPace({ steps: steps.length, done, hours: body.hours, today: course.today, deadline }) };
}
export const pathSummaryDto = (path: PathRow, course: CourseOfLearner, locale: Locale): z.infer<typeof pathSummary> => ({
  slug: path.slug,
  title: path.body.title[locale],
  summary: textOfRuns(linkedWords(path.body.summary[locale])),
  audience: path.body.audience[locale],
  hours: path.body.hours,
  steps: path.body.steps.length,
  done: path.body.steps.filter((step) => isDone(step.topic, course)).length,
  startedAt: path.startedAt?.toISOString() ?? null,
  resume: resumeOf(path, course, locale),
  deadline: deadlineOf(path, course),
});
export function pathOfLearnerDto(path: PathRow, course: CourseOfLearner, locale: Locale): z.infer<typeof pathDto> {
  // a topic that has left the course since is named, and leads nowhere
  const wordsFor = (text: string) =>
    linkedWords(text).map((run) => ({ ...run, topic: course.topics.some(({ slug }) => slug === run.topic?.split("#")[0]) ? run.topic : null }));
  const steps = path.body.steps.flatMap((step, index) => {
    const topic = course.topics.find((t) => t.slug === step.topic);
    if (!topic) return [];
    const shown = topicSummaryDto(topic, course.progress.get(topic.slug), locale);
    const alsoIn = course.paths
      .filter((other) => other.startedAt && other.slug !== path.slug && other.body.steps.some((s) => s.topic === topic.slug))
      .map(({ slug, body }) => ({ slug, title: body.title[locale] }));
    const own = path.body.steps.map((s) => s.topic);
    const lacks = shown.state === "not-ready" ? course.progress.get(topic.slug)!.lacks : [];
    const waits = lacks.some((slug) => own.slice(0, index).includes(slug));
    const goesWithout = course.topics
      .filter(({ slug }) => lacks.includes(slug) && !own.includes(slug))
      .map(({ slug, body }) => ({ slug, title: body.title[locale] }));
    const done = isDone(topic.slug, course);
    return [{ position: index + 1, reason: wordsFor(step.reason[locale]), done, practised: !done && isPractised(topic.slug, course), topic: shown, alsoIn, goesWithout, waits }];
  });
  const resumeAt = resumeOf(path, course, locale)?.position ?? null;
  const questions = steps.reduce((sum, { topic }) => sum + topic.questions, 0);
  return {
    path: pathSummaryDto(path, course, locale),
    lead: wordsFor(path.body.summary[locale]),
    steps,
    closing: { reason: path.body.closing[locale], questions },
    resumeAt,
  };
}

type Context = { clock: Clock; locale: Locale };
export async function listPaths(actor: Actor, _: object, { clock, locale }: Context): Promise<z.infer<typeof pathListDto>> {
  const course = await loadCourse(actor, clock);
  return course.paths.map((path) => pathSummaryDto(path, course, locale));
}

/** @throws NOT_FOUND */
export async function getPath(actor: Actor, { slug }: z.infer<typeof pathInput>, { clock, locale }: Context): Promise<z.infer<typeof pathDto>> {
  const course = await loadCourse(actor, clock);
  const path = course.paths.find((p) => p.slug === slug);
  if (!path) throw new DomainError("NOT_FOUND", { what: "path" });
  return pathOfLearnerDto(path, course, locale);
}
