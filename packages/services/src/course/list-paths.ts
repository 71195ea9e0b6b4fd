import type { Actor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { z } from "zod";
import { type TopicProgress, topicProgress } from "./topic-progress";
import { topicSummary, topicSummaryDto } from "./topic.dto";
import { listPathRows, listTopicRows, type PathRow, type TopicRow } from "./topic.repo";

const pathSummary = z.strictObject({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  audience: z.string(),
  hours: z.number(),
  steps: z.number().int(),
  /** Steps whose topic is proficient or better. */
  done: z.number().int(),
  startedAt: z.string().nullable(),
});
export const pathListDto = z.array(pathSummary);
export const pathInput = z.strictObject({ slug: z.string().max(60) });
export const pathDto = z.strictObject({
  path: pathSummary,
  steps: z.array(z.strictObject({ position: z.number().int(), reason: z.string(), done: z.boolean(), topic: topicSummary })),
  /** The mixed set over all steps; `questions` is how many there are. */
  closing: z.strictObject({ reason: z.string(), questions: z.number().int() }),
  /** Position of the first step that is not done. */
  resumeAt: z.number().int().nullable(),
});
/** A step is done at level 3, "proficient". */
const stepDone = 3;

/** Everything that paths are shown from, read once. */
export interface CourseOfLearner {
  paths: PathRow[];
  topics: TopicRow[];
  progress: ReadonlyMap<string, TopicProgress>;
}
export async function loadCourse(actor: Actor, clock: Clock): Promise<CourseOfLearner> {
  const subjectId = actor.kind === "user" ? actor.subjectId : null;
  const [paths, topics] = await Promise.all([listPathRows(subjectId), listTopicRows(actor.kind === "user" ? actor : null, clock.now())]);
  return { paths, topics, progress: topicProgress(topics) };
}

const isDone = (topic: string, { progress }: CourseOfLearner) => (progress.get(topic)?.level ?? 0) >= stepDone;
export const pathSummaryDto = (path: PathRow, course: CourseOfLearner, locale: Locale): z.infer<typeof pathSummary> => ({
  slug: path.slug,
  title: path.body.title[locale],
  summary: path.body.summary[locale],
  audience: path.body.audience[locale],
  hours: path.body.hours,
  steps: path.body.steps.length,
  done: path.body.steps.filter((step) => isDone(step.topic, course)).length,
  startedAt: path.startedAt?.toISOString() ?? null,
});
export function pathOfLearnerDto(path: PathRow, course: CourseOfLearner, locale: Locale): z.infer<typeof pathDto> {
  const steps = path.body.steps.flatMap((step, index) => {
    const topic = course.topics.find((t) => t.slug === step.topic);
    if (!topic) return [];
    const shown = topicSummaryDto(topic, course.progress.get(topic.slug), locale);
    return [{ position: index + 1, reason: step.reason[locale], done: isDone(topic.slug, course), topic: shown }];
  });
  const resumeAt = steps.find((s) => !s.done && s.topic.questions > 0)?.position ?? null;
  const questions = steps.reduce((sum, { topic }) => sum + topic.questions, 0);
  return {
    path: pathSummaryDto(path, course, locale),
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
