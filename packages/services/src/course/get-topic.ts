import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { z } from "zod";
import { describeSources } from "./course-words.repo";
import { readingMinutes } from "./reading-minutes";
import { isStepBehind, topicProgress } from "./topic-progress";
import { topicSummary, topicSummaryDto } from "./topic.dto";
import { findLesson, findPathThrough, listObjectiveProgress, listTopicRowsAround } from "./topic.repo";

export const topicInput = z.strictObject({ slug: z.string().max(60) });
const neighbour = z.strictObject({ slug: z.string(), title: z.string() });
export const topicDto = z.strictObject({
  topic: topicSummary,
  objectives: z.array(z.strictObject({ id: z.string(), text: z.string(), questions: z.number().int(), answers: z.number().int(), level: z.number().int() })),
  prerequisites: z.array(z.strictObject({ slug: z.string(), title: z.string(), level: z.number().int() })),
  previous: neighbour.nullable(),
  next: neighbour.nullable(),
  /** The step behind this one on the learner's path that is still to do; null without a path, and at its end. */
  nextOnPath: neighbour.nullable(),
  lesson: z
    .strictObject({
      html: z.string(),
      headings: z.array(z.strictObject({ id: z.string(), level: z.union([z.literal(2), z.literal(3)]), text: z.string(), objective: z.string().optional() })),
      sources: z.array(z.strictObject({ id: z.string(), label: z.string(), url: z.string().optional() })),
      minutes: z.number().int(),
      updatedAt: z.string(),
    })
    .nullable(),
});

/** One topic with its lesson in the page's language. @throws NOT_FOUND */
export async function getTopic(
  actor: UserActor,
  { slug }: z.infer<typeof topicInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof topicDto>> {
  const stepsAhead = findPathThrough(actor.subjectId, slug).then((path) => path?.slice(path.indexOf(slug) + 1) ?? []);
  const [rows, lesson, objectives, ahead] = await Promise.all([
    stepsAhead.then((steps) => listTopicRowsAround(actor, slug, steps, clock.now())),
    findLesson(slug, locale),
    listObjectiveProgress(actor.subjectId, slug),
    stepsAhead,
  ]);
  const index = rows.findIndex((row) => row.slug === slug);
  const row = rows[index];
  if (!row) throw new DomainError("NOT_FOUND", { what: "topic" });
  const progress = topicProgress(rows);
  const named = (other: (typeof rows)[number] | undefined) => (other ? { slug: other.slug, title: other.body.title[locale] } : null);
  return {
    topic: topicSummaryDto(row, progress.get(slug), locale),
    objectives: row.body.objectives.map((o) => {
      const done = objectives.find((p) => p.objective === o.id);
      return { id: o.id, text: o.text[locale], questions: done?.questions ?? 0, answers: done?.answers ?? 0, level: done?.level ?? 0 };
    }),
    prerequisites: row.prerequisites.flatMap((p) => {
      const other = rows.find((r) => r.slug === p);
      return other ? [{ slug: p, title: other.body.title[locale], level: progress.get(p)?.level ?? 0 }] : [];
    }),
    previous: named(rows[index - 1]),
    next: named(rows[index + 1]),
    nextOnPath: named(
      ahead
        .filter((topic) => !isStepBehind(progress.get(topic)))
        .map((topic) => rows.find((other) => other.slug === topic))
        .find((other) => other && (other.hasLesson || other.questions > 0)),
    ),
    lesson: lesson && {
      html: lesson.rendered.html,
      headings: lesson.rendered.headings,
      sources: await describeSources(lesson.rendered.sourceIds),
      minutes: readingMinutes(lesson.characters, locale),
      updatedAt: lesson.at.toISOString(),
    },
  };
}
