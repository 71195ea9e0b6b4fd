import type { Actor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { z } from "zod";
import { topicProgress } from "./topic-progress";
import { topicSummary, topicSummaryDto } from "./topic.dto";
import { listPathRows, listTopicRows } from "./topic.repo";

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
  /** Position of the first step that is not done. */
  resumeAt: z.number().int().nullable(),
});
/** A step is done at level 3, "proficient". */
const stepDone = 3;

async function load(actor: Actor, clock: Clock) {
  const subjectId = actor.kind === "user" ? actor.subjectId : null;
  const [paths, topics] = await Promise.all([listPathRows(subjectId), listTopicRows(subjectId, clock.now())]);
  return { paths, topics, progress: topicProgress(topics) };
}
type Loaded = Awaited<ReturnType<typeof load>>;
const summary = (path: Loaded["paths"][number], progress: Loaded["progress"], locale: Locale) => ({
  slug: path.slug,
  title: path.body.title[locale],
  summary: path.body.summary[locale],
  audience: path.body.audience[locale],
  hours: path.body.hours,
  steps: path.body.steps.length,
  done: path.body.steps.filter((s) => (progress.get(s.topic)?.level ?? 0) >= stepDone).length,
  startedAt: path.startedAt?.toISOString() ?? null,
});

export async function listPaths(actor: Actor, _: object, { clock, locale }: { clock: Clock; locale: Locale }): Promise<z.infer<typeof pathListDto>> {
  const { paths, progress } = await load(actor, clock);
  return paths.map((path) => summary(path, progress, locale));
}

/** @throws NOT_FOUND */
export async function getPath(
  actor: Actor,
  { slug }: z.infer<typeof pathInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof pathDto>> {
  const { paths, topics, progress } = await load(actor, clock);
  const path = paths.find((p) => p.slug === slug);
  if (!path) throw new DomainError("NOT_FOUND", { what: "path" });
  const steps = path.body.steps.flatMap((step, index) => {
    const topic = topics.find((t) => t.slug === step.topic);
    if (!topic) return [];
    const own = progress.get(topic.slug);
    return [{ position: index + 1, reason: step.reason[locale], done: (own?.level ?? 0) >= stepDone, topic: topicSummaryDto(topic, own, locale) }];
  });
  return { path: summary(path, progress, locale), steps, resumeAt: steps.find((s) => !s.done && s.topic.questions > 0)?.position ?? null };
}
