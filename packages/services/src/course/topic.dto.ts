import type { Locale } from "@tidao/kernel";
import { z } from "zod";
import type { TopicProgress } from "./topic-progress";
import type { TopicRow } from "./topic.repo";

export const topicSummary = z.strictObject({
  slug: z.string(),
  number: z.number().int(),
  area: z.string(),
  title: z.string(),
  summary: z.string(),
  prerequisites: z.array(z.string()),
  hasLesson: z.boolean(),
  lessonRead: z.boolean(),
  questions: z.number().int(),
  /** Questions of the topic that the learner has answered at least once. */
  seen: z.number().int(),
  due: z.number().int(),
  answers: z.number().int(),
  right: z.number().int(),
  state: z.enum(["not-ready", "ready", "in-progress", "mastered", "skipped"]),
  level: z.number().int().min(0).max(4),
});
export type TopicSummary = z.infer<typeof topicSummary>;

export const topicSummaryDto = (row: TopicRow, progress: TopicProgress | undefined, locale: Locale): TopicSummary => ({
  slug: row.slug,
  number: row.number,
  area: row.area,
  title: row.body.title[locale],
  summary: row.body.summary[locale],
  prerequisites: row.prerequisites,
  hasLesson: row.hasLesson,
  lessonRead: row.lessonReadAt !== null,
  questions: row.questions,
  seen: row.seen,
  due: row.due,
  answers: row.answers,
  right: row.right,
  state: progress?.state ?? "ready",
  level: progress?.level ?? 0,
});
