import type { UserActor } from "@tidao/access";
import { questionKinds } from "@tidao/grading";
import { pointsFromMicro } from "@tidao/measurement";
import { LRUCache } from "lru-cache";
import { z } from "zod";
import { findQuestionPage, listTopicNames } from "./question-list.repo";

export const pageSize = 25;
export const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
export const questionStatus = z.enum(["published", "draft", "retired"]);

export const questionFilterInput = z.strictObject({
  text: z.string().max(200).nullish(),
  topic: z.string().max(60).nullish(),
  kind: z.enum(questionKinds).nullish(),
  status: questionStatus.nullish(),
  difficulty: z.number().int().min(1).max(5).nullish(),
  order: z.enum(["id", "changed", "answers", "points"]).default("id"),
  page: z.number().int().min(1).max(10_000).default(1),
});
const counts = z.record(z.string(), z.number().int());
export const questionPageDto = z.strictObject({
  questions: z.array(
    z.strictObject({
      id: z.string(),
      topicSlug: z.string(),
      kind: z.enum(questionKinds),
      status: questionStatus,
      hasDraft: z.boolean(),
      version: z.number().int(),
      difficulty: z.number().int(),
      objective: z.string(),
      stem: bilingual.nullable(),
      parameterised: z.boolean(),
      answers: z.number().int(),
      /** Mean share of the points over all answers; null without any. */
      facility: z.number().nullable(),
      updatedAt: z.string(),
    }),
  ),
  pageSize: z.number().int(),
  facets: z.strictObject({
    total: z.number().int(),
    topics: counts,
    kinds: counts,
    statuses: counts,
    difficulties: counts,
  }),
});
/** One page of the bank as editors look for it, with what each further choice would leave. */
export async function listQuestions(
  _: UserActor,
  filter: z.infer<typeof questionFilterInput>,
): Promise<z.infer<typeof questionPageDto>> {
  const { rows, facets } = await findQuestionPage(filter, filter.order, (filter.page - 1) * pageSize, pageSize);
  return {
    questions: rows.map(({ microPoints, updatedAt, stem, ...row }) => ({
      ...row,
      stem: bilingual.safeParse(stem).data ?? null,
      facility: facilityOf(row.answers, microPoints),
      updatedAt: updatedAt.toISOString(),
    })),
    pageSize,
    facets,
  };
}
export const facilityOf = (answers: number, microPoints: number): number | null =>
  answers ? pointsFromMicro(microPoints) / answers : null;

export const noInput = z.strictObject({});
export const questionTopicsDto = z.array(
  z.strictObject({ slug: z.string(), number: z.number().int(), title: bilingual, prefix: z.string() }),
);
type QuestionTopics = z.infer<typeof questionTopicsDto>;
// They change only with an import of the course; a quarter of a minute of age harms nobody.
const topics = new LRUCache<"course", QuestionTopics>({ max: 1, ttl: 15_000 });
/** The topics that a question can belong to, in the course's order. */
export async function listQuestionTopics(_: UserActor, __: z.infer<typeof noInput>): Promise<QuestionTopics> {
  const known = topics.get("course");
  if (known) return known;
  const read = await listTopicNames();
  topics.set("course", read);
  return read;
}
