import type { UserActor } from "@tidao/access";
import { questionKinds, variantSeeds } from "@tidao/grading";
import { DomainError } from "@tidao/kernel";
import { z } from "zod";
import { bilingual, facilityOf, questionStatus } from "./list-questions";
import { findDraft, findVersionSpec, getQuestionHead, listVersionRows, readReferences } from "./question.repo";

type Json = z.infer<ReturnType<typeof z.json>>;
const storableText = (text: string) => text.replaceAll("\0", "").toWellFormed();
function storable(spec: Record<string, Json>): Record<string, Json> {
  const clean = (value: Json): Json => {
    if (typeof value === "string") return storableText(value);
    if (Array.isArray(value)) return value.map(clean);
    return typeof value === "object" && value !== null ? storable(value) : value;
  };
  return Object.fromEntries(Object.entries(spec).map(([name, value]) => [storableText(name), clean(value)]));
}

export const questionId = z.string().regex(/^[a-z0-9][a-z0-9-]{2,79}$/);
export const questionIdInput = z.strictObject({ questionId });
/**
 * Any JSON up to a size: a draft may be unfinished. What it lacks is in its problems. What nobody sees and PostgreSQL cannot
 * hold (U+0000, halves of characters, as come with pasting) is left out.
 */
export const rawSpec = z
  .record(z.string(), z.json())
  .refine((value) => JSON.stringify(value).length < 200_000)
  .transform(storable);
export type RawSpec = z.infer<typeof rawSpec>;

const versionSummary = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  status: z.enum(["draft", "in_review", "published"]),
  origin: z.enum(["import", "editor"]),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  note: z.string().nullable(),
  /** Number of the version whose key it corrects. */
  corrects: z.number().int().nullable(),
  updatedAt: z.string(),
  publishedAt: z.string().nullable(),
  revision: z.number().int(),
  current: z.boolean(),
});
export const questionForEditorDto = z.strictObject({
  id: z.string(),
  topic: z.strictObject({ slug: z.string(), number: z.number().int(), title: bilingual }),
  kind: z.enum(questionKinds),
  status: questionStatus,
  answers: z.number().int(),
  facility: z.number().nullable(),
  /** What the editor starts from: the draft, or the version that is published. */
  spec: z.record(z.string(), z.json()),
  /** How many variants of a parameterised question there are: each is checked, any may come to a learner. */
  variants: z.number().int(),
  draft: z.strictObject({ versionId: z.string(), number: z.number().int(), revision: z.number().int() }).nullable(),
  /** Newest first. */
  versions: z.array(versionSummary),
  references: z.strictObject({
    objectives: z.array(z.strictObject({ id: z.string(), text: bilingual })),
    misconceptions: z.array(z.strictObject({ id: z.string(), belief: bilingual })),
    sources: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  }),
});
/** A question with its draft or published text, its history and what it may refer to. @throws NOT_FOUND */
export async function getQuestion(
  _: UserActor,
  input: z.infer<typeof questionIdInput>,
): Promise<z.infer<typeof questionForEditorDto>> {
  const head = await getQuestionHead(input.questionId);
  const [draft, versions, references] = await Promise.all([
    findDraft(head.id),
    listVersionRows(head.id),
    readReferences(head.topicSlug),
  ]);
  const start = draft ?? (await findVersionSpec(head.id, head.publishedVersionId ?? versions[0]?.id ?? ""));
  return {
    id: head.id,
    topic: { slug: head.topicSlug, number: references.number, title: references.title },
    kind: head.kind,
    status: head.status,
    answers: head.answers,
    facility: facilityOf(head.answers, head.microPoints),
    spec: rawSpec.parse(start?.spec ?? {}),
    variants: variantSeeds,
    draft: draft && { versionId: draft.id, number: draft.number, revision: draft.revision },
    versions: versions.map((version) => ({
      ...version,
      updatedAt: version.updatedAt.toISOString(),
      publishedAt: version.publishedAt?.toISOString() ?? null,
      current: version.id === head.publishedVersionId,
    })),
    references: {
      objectives: references.objectives.map(({ id, text }) => ({ id, text })),
      misconceptions: references.misconceptions.map(({ id, belief }) => ({ id, belief })),
      sources: references.sources,
    },
  };
}

export const versionSpecInput = questionIdInput.extend({ versionId: z.uuid() });
export const versionSpecDto = z.strictObject({
  id: z.string(),
  number: z.number().int(),
  spec: z.record(z.string(), z.json()),
});
/** One version as it was. @throws NOT_FOUND */
export async function getVersion(
  _: UserActor,
  input: z.infer<typeof versionSpecInput>,
): Promise<z.infer<typeof versionSpecDto>> {
  const found = await findVersionSpec(input.questionId, input.versionId);
  if (!found) throw new DomainError("NOT_FOUND", { what: "version" });
  return { id: found.id, number: found.number, spec: rawSpec.parse(found.spec) };
}
