import type { UserActor } from "@tidao/access";
import { renderQuestion } from "@tidao/content/render";
import { instantiate, questionKinds, variantSeeds } from "@tidao/grading";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { pointsFromMicro } from "@tidao/measurement";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { versionContent } from "../bank/version-row";
import { checkDraftSpec, draftProblem } from "./check-draft";
import { draftColumns } from "./draft-columns";
import {
  countFacets, deleteDraft, findDraft, findVersionSpec, getQuestionHead, insertDraft, insertEditorQuestion, listQuestionRows, listVersionRows, lockQuestion,
  publishVersion, readReferences, restoreQuestionRow, retireQuestionRow, updateDraft,
} from "./question.repo";

type Context = { clock: Clock; locale: Locale };
const pageSize = 25;
const questionId = z.string().regex(/^[a-z0-9][a-z0-9-]{2,79}$/);
export const questionIdInput = z.strictObject({ questionId });
/** Any JSON up to a size: a draft may be unfinished. What it lacks is in its problems. */
const rawSpec = z.record(z.string(), z.json()).refine((value) => JSON.stringify(value).length < 200_000);
const bilingual = z.strictObject({ zh: z.string(), en: z.string() });

export const questionFilterInput = z.strictObject({
  text: z.string().max(200).nullish(), topic: z.string().max(60).nullish(), kind: z.enum(questionKinds).nullish(),
  status: z.enum(["published", "draft", "retired"]).nullish(), difficulty: z.number().int().min(1).max(5).nullish(), after: z.string().max(80).nullish(),
});
const counts = z.record(z.string(), z.number().int());
export const questionPageDto = z.strictObject({
  questions: z.array(
    z.strictObject({
      id: z.string(), topicSlug: z.string(), kind: z.enum(questionKinds), status: z.enum(["published", "draft", "retired"]), hasDraft: z.boolean(), version: z.number().int(),
      difficulty: z.number().int(), objective: z.string(), stem: bilingual.nullable(), parameterised: z.boolean(), answers: z.number().int(), facility: z.number().nullable(), updatedAt: z.string(),
    }),
  ),
  next: z.string().nullable(),
  facets: z.strictObject({ total: z.number().int(), topics: counts, kinds: counts, statuses: counts }),
});
export async function listQuestions(_: UserActor, filter: z.infer<typeof questionFilterInput>, __: Context): Promise<z.infer<typeof questionPageDto>> {
  const [rows, facets] = await Promise.all([listQuestionRows(filter, pageSize + 1), countFacets(filter)]);
  const page = rows.slice(0, pageSize);
  return {
    questions: page.map(({ microPoints, updatedAt, stem, ...row }) => ({
      ...row,
      stem: bilingual.safeParse(stem).data ?? null,
      facility: row.answers ? pointsFromMicro(microPoints) / row.answers : null,
      updatedAt: updatedAt.toISOString(),
    })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    facets,
  };
}

const versionSummary = z.strictObject({
  id: z.string(), number: z.number().int(), status: z.enum(["draft", "in_review", "published"]), origin: z.string(), author: z.string().nullable(), note: z.string().nullable(),
  createdAt: z.string(), publishedAt: z.string().nullable(), revision: z.number().int(), current: z.boolean(),
});
export const questionForEditorDto = z.strictObject({
  id: z.string(), topicSlug: z.string(), kind: z.string(), status: z.enum(["published", "draft", "retired"]), answers: z.number().int(), facility: z.number().nullable(),
  /** What the editor starts from: the draft, or the version that is published. */
  spec: z.record(z.string(), z.json()),
  draft: z.strictObject({ versionId: z.string(), number: z.number().int(), revision: z.number().int() }).nullable(),
  versions: z.array(versionSummary),
  references: z.strictObject({
    objectives: z.array(z.strictObject({ id: z.string(), text: bilingual })),
    misconceptions: z.array(z.strictObject({ id: z.string(), belief: bilingual })),
    sources: z.array(z.strictObject({ id: z.string(), label: z.string() })),
  }),
});
/** A question with its draft or published text, its history and what it may refer to. @throws NOT_FOUND */
export async function getQuestion(_: UserActor, input: z.infer<typeof questionIdInput>, __: Context): Promise<z.infer<typeof questionForEditorDto>> {
  const head = await getQuestionHead(input.questionId);
  const [draft, versions, references] = await Promise.all([findDraft(head.id), listVersionRows(head.id), readReferences(head.topicSlug)]);
  const start = draft ?? (await findVersionSpec(head.id, head.publishedVersionId ?? versions[0]?.id ?? ""));
  return {
    id: head.id, topicSlug: head.topicSlug, kind: head.kind, status: head.status, answers: head.answers,
    facility: head.answers ? pointsFromMicro(head.microPoints) / head.answers : null,
    spec: (start?.spec ?? {}) as z.infer<typeof rawSpec>,
    draft: draft && { versionId: draft.id, number: draft.number, revision: draft.revision },
    versions: versions.map(({ answers: _answers, ...v }) => ({
      ...v, createdAt: v.createdAt.toISOString(), publishedAt: v.publishedAt?.toISOString() ?? null, current: v.id === head.publishedVersionId,
    })),
    references: {
      objectives: references.objectives.map(({ id, text }) => ({ id, text })),
      misconceptions: references.misconceptions.map(({ id, belief }) => ({ id, belief })),
      sources: references.sources,
    },
  };
}

export const versionSpecInput = questionIdInput.extend({ versionId: z.uuid() });
export const versionSpecDto = z.strictObject({ id: z.string(), number: z.number().int(), spec: z.record(z.string(), z.json()) });
/** One version as it was. @throws NOT_FOUND */
export async function getVersion(_: UserActor, input: z.infer<typeof versionSpecInput>, __: Context): Promise<z.infer<typeof versionSpecDto>> {
  const found = await findVersionSpec(input.questionId, input.versionId);
  if (!found) throw new DomainError("NOT_FOUND", { what: "version" });
  return { id: found.id, number: found.number, spec: found.spec as z.infer<typeof rawSpec> };
}

export const previewDraftInput = z.strictObject({ topicSlug: z.string().max(60), spec: rawSpec, seed: z.number().int().min(0).max(variantSeeds - 1).default(0) });
export const previewDto = z.strictObject({
  problems: z.array(draftProblem),
  /** As the learner's own renderer makes it, in both languages; null while the form is incomplete. */
  rendered: z.strictObject({ zh: z.strictObject({ shown: z.json(), revealed: z.json() }), en: z.strictObject({ shown: z.json(), revealed: z.json() }) }).nullable(),
  variant: z.boolean(),
});
/** Problems and preview of what stands in the editor, saved or not. */
export async function previewDraft(_: UserActor, input: z.infer<typeof previewDraftInput>, __: Context): Promise<z.infer<typeof previewDto>> {
  const { spec, problems } = await checkDraftSpec(input.spec, input.topicSlug);
  if (!spec) return { problems, rendered: null, variant: false };
  try {
    const plain = instantiate(spec, input.seed);
    const [zh, en] = await Promise.all([renderQuestion(plain, "zh"), renderQuestion(plain, "en")]);
    return { problems, variant: spec.variant !== undefined, rendered: JSON.parse(JSON.stringify({ zh, en })) };
  } catch {
    // a formula that does not compute is among the problems
    return { problems, rendered: null, variant: spec.variant !== undefined };
  }
}

export const createQuestionInput = questionIdInput.extend({ topicSlug: z.string().max(60), spec: rawSpec });
export const savedDraftDto = z.strictObject({ questionId: z.string(), versionId: z.string(), number: z.number().int(), revision: z.number().int() });
type SavedDraft = z.infer<typeof savedDraftDto>;
/** @throws INPUT_INVALID when the id is taken */
export async function createQuestion(actor: UserActor, input: z.infer<typeof createQuestionInput>, { clock }: Context): Promise<SavedDraft> {
  await readReferences(input.topicSlug);
  const columns = draftColumns(input.spec, input.topicSlug);
  return inTransaction(async (connection) => {
    const made = await insertEditorQuestion(connection, { id: input.questionId, topicSlug: input.topicSlug, kind: columns.kind, at: clock.now() });
    if (!made) throw new DomainError("INPUT_INVALID", { field: "questionId" });
    const draft = await insertDraft(connection, input.questionId, 1, columns, actor.id, null, clock.now());
    await recordAudit(connection, actor, { action: "question.created", resource: ["question", input.questionId], detail: { hash: columns.contentHash } }, clock.now());
    return { questionId: input.questionId, versionId: draft.id, number: draft.number, revision: draft.revision };
  });
}

export const saveDraftInput = questionIdInput.extend({
  spec: rawSpec,
  /** Of the draft that was loaded; null when there was none. */
  revision: z.number().int().nullable(),
  note: z.string().trim().max(400).nullish(),
});
/** Saves the draft; nothing that learners see changes. @throws DRAFT_CHANGED_MEANWHILE, NOT_FOUND */
export async function saveDraft(actor: UserActor, input: z.infer<typeof saveDraftInput>, { clock }: Context): Promise<SavedDraft> {
  return inTransaction(async (connection) => {
    await lockQuestion(connection, input.questionId);
    const head = await getQuestionHead(input.questionId, connection);
    const before = await findDraft(head.id, connection);
    if ((before?.revision ?? null) !== input.revision) throw new DomainError("DRAFT_CHANGED_MEANWHILE");
    const columns = draftColumns(input.spec, head.topicSlug);
    const note = input.note ?? null;
    const saved = before
      ? await updateDraft(connection, before.id, before.revision, columns, actor.id, note, clock.now())
      : await insertDraft(connection, head.id, head.newestNumber + 1, columns, actor.id, note, clock.now());
    await recordAudit(connection, actor, { action: "question.draftSaved", resource: ["question", head.id], detail: { version: saved.number, hash: columns.contentHash } }, clock.now());
    return { questionId: head.id, versionId: saved.id, number: saved.number, revision: saved.revision };
  });
}

export const publishDraftInput = questionIdInput.extend({
  revision: z.number().int(),
  /** True when the version before was wrong, so that its gradings can be looked at again. */
  corrects: z.boolean().default(false),
  note: z.string().trim().max(400).nullish(),
});
export const publishedDto = z.strictObject({ questionId: z.string(), versionId: z.string(), number: z.number().int() });
/**
 * Makes the draft the version that learners get from their next request on. Answers given before keep the version that was answered.
 * @throws QUESTION_HAS_PROBLEMS, DRAFT_CHANGED_MEANWHILE, NOT_FOUND
 */
export async function publishDraft(actor: UserActor, input: z.infer<typeof publishDraftInput>, { clock }: Context): Promise<z.infer<typeof publishedDto>> {
  return inTransaction(async (connection) => {
    await lockQuestion(connection, input.questionId);
    const head = await getQuestionHead(input.questionId, connection);
    const draft = await findDraft(head.id, connection);
    if (!draft || draft.revision !== input.revision) throw new DomainError("DRAFT_CHANGED_MEANWHILE");
    const { spec, problems } = await checkDraftSpec(draft.spec, head.topicSlug);
    if (!spec || problems.length) throw new DomainError("QUESTION_HAS_PROBLEMS", { count: problems.length });
    const content = await versionContent(spec);
    await publishVersion(connection, {
      ...content, versionId: draft.id, questionId: head.id, corrects: input.corrects ? head.publishedVersionId : null, by: actor.id, note: input.note ?? null, at: clock.now(),
    });
    await recordAudit(
      connection, actor,
      { action: "question.published", resource: ["question", head.id], detail: { version: draft.number, hash: content.contentHash, corrects: input.corrects, before: head.publishedVersionId } },
      clock.now(),
    );
    return { questionId: head.id, versionId: draft.id, number: draft.number };
  });
}

/** Throws the draft away; what is published stays. @throws NOT_FOUND when there is none */
export async function discardDraft(actor: UserActor, input: z.infer<typeof questionIdInput>, { clock }: Context): Promise<null> {
  return inTransaction(async (connection) => {
    await lockQuestion(connection, input.questionId);
    const draft = await findDraft(input.questionId, connection);
    const head = await getQuestionHead(input.questionId, connection);
    if (!draft || head.newestNumber === 1) throw new DomainError("NOT_FOUND", { what: "draft" });
    await deleteDraft(connection, draft.id);
    await recordAudit(connection, actor, { action: "question.draftDiscarded", resource: ["question", head.id], detail: { version: draft.number } }, clock.now());
    return null;
  });
}
/** Takes a question out of practice and out of new attempts; its record stays. @throws NOT_FOUND */
export async function retireQuestion(actor: UserActor, input: z.infer<typeof questionIdInput>, { clock }: Context): Promise<null> {
  return inTransaction(async (connection) => {
    await lockQuestion(connection, input.questionId);
    const head = await getQuestionHead(input.questionId, connection);
    if (head.status === "retired") return null;
    await retireQuestionRow(connection, head.id, clock.now());
    await recordAudit(connection, actor, { action: "question.retired", resource: ["question", head.id], detail: { before: head.publishedVersionId } }, clock.now());
    return null;
  });
}
/** Brings a retired question back with its last published version. @throws NOT_FOUND */
export async function restoreQuestion(actor: UserActor, input: z.infer<typeof questionIdInput>, { clock }: Context): Promise<null> {
  return inTransaction(async (connection) => {
    const head = await getQuestionHead(input.questionId, connection);
    if (await restoreQuestionRow(connection, head.id, clock.now()))
      await recordAudit(connection, actor, { action: "question.restored", resource: ["question", head.id] }, clock.now());
    return null;
  });
}
