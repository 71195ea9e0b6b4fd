import type { UserActor } from "@tidao/access";
import { questionKinds } from "@tidao/grading";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { versionContent } from "../bank/version-row";
import { indexQuestion } from "../search";
import { blankSpec } from "./blank-spec";
import { checkDraftSpec } from "./check-draft";
import { draftColumns } from "./draft-columns";
import { questionId, questionIdInput, rawSpec } from "./get-question";
import {
  deleteDraft,
  findDraft,
  getQuestionHead,
  insertDraft,
  insertEditorQuestion,
  lockQuestion,
  publishVersion,
  readReferences,
  restoreQuestionRow,
  retireQuestionRow,
  updateDraft,
} from "./question.repo";

type Context = { clock: Clock };

export const createQuestionInput = z.strictObject({
  questionId,
  topicSlug: z.string().max(60),
  kind: z.enum(questionKinds),
});
export const savedDraftDto = z.strictObject({
  questionId: z.string(),
  versionId: z.string(),
  number: z.number().int(),
  revision: z.number().int(),
});
type SavedDraft = z.infer<typeof savedDraftDto>;
/** Begins a question with an empty draft of its kind. @throws INPUT_INVALID when the id is taken; NOT_FOUND for an unknown topic */
export async function createQuestion(
  actor: UserActor,
  input: z.infer<typeof createQuestionInput>,
  { clock }: Context,
): Promise<SavedDraft> {
  await readReferences(input.topicSlug);
  const columns = draftColumns(blankSpec(input.kind), input.topicSlug);
  return inTransaction(async (connection) => {
    const made = await insertEditorQuestion(connection, {
      id: input.questionId,
      topicSlug: input.topicSlug,
      kind: columns.kind,
      at: clock.now(),
    });
    if (!made) throw new DomainError("INPUT_INVALID", { field: "questionId" });
    const draft = await insertDraft(connection, input.questionId, 1, columns, actor.id, null, clock.now());
    await recordAudit(
      connection,
      actor,
      { action: "question.created", resource: ["question", input.questionId], detail: { hash: columns.contentHash } },
      clock.now(),
    );
    return { questionId: input.questionId, versionId: draft.id, number: draft.number, revision: draft.revision };
  });
}

export const saveDraftInput = questionIdInput.extend({
  spec: rawSpec,
  /** Of the draft that was loaded; null when there was none. */
  revision: z.number().int().nullable(),
  /** The version that was published then: a draft begun on an older text would silently take back what came since. */
  published: z.uuid().nullable(),
  note: z.string().trim().max(400).nullish(),
});
/** Saves the draft; nothing that learners see changes. @throws DRAFT_CHANGED_MEANWHILE, NOT_FOUND; INPUT_INVALID for another kind */
export async function saveDraft(
  actor: UserActor,
  input: z.infer<typeof saveDraftInput>,
  { clock }: Context,
): Promise<SavedDraft> {
  return inTransaction(async (connection) => {
    await lockQuestion(connection, input.questionId);
    const head = await getQuestionHead(input.questionId, connection);
    const before = await findDraft(head.id, connection);
    if ((before?.revision ?? null) !== input.revision) throw new DomainError("DRAFT_CHANGED_MEANWHILE");
    if (!before && head.publishedVersionId !== input.published) throw new DomainError("DRAFT_CHANGED_MEANWHILE");
    const columns = draftColumns(input.spec, head.topicSlug);
    // answers of another kind hang on it already; only files may bring a draft of another one
    const kind = before ? draftColumns(before.spec as Record<string, unknown>, head.topicSlug).kind : head.kind;
    if (columns.kind !== kind) throw new DomainError("INPUT_INVALID", { field: "spec.interaction.kind" });
    const note = input.note ?? null;
    const saved = before
      ? await updateDraft(connection, before.id, before.revision, columns, actor.id, note, clock.now())
      : await insertDraft(connection, head.id, head.newestNumber + 1, columns, actor.id, note, clock.now());
    await recordAudit(
      connection,
      actor,
      {
        action: "question.draftSaved",
        resource: ["question", head.id],
        detail: { version: saved.number, hash: columns.contentHash },
      },
      clock.now(),
    );
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
 * @throws QUESTION_HAS_PROBLEMS, NOT_FOUND; DRAFT_CHANGED_MEANWHILE, also when it was retired: publishing brings nothing back unseen
 */
export async function publishDraft(
  actor: UserActor,
  input: z.infer<typeof publishDraftInput>,
  { clock }: Context,
): Promise<z.infer<typeof publishedDto>> {
  return inTransaction(async (connection) => {
    await lockQuestion(connection, input.questionId);
    const head = await getQuestionHead(input.questionId, connection);
    const draft = await findDraft(head.id, connection);
    if (!draft || draft.revision !== input.revision || head.status === "retired")
      throw new DomainError("DRAFT_CHANGED_MEANWHILE");
    const { spec, problems } = await checkDraftSpec(draft.spec, head.topicSlug, connection);
    if (!spec || problems.length) throw new DomainError("QUESTION_HAS_PROBLEMS", { count: problems.length });
    const content = await versionContent(spec);
    await publishVersion(connection, {
      ...content,
      versionId: draft.id,
      questionId: head.id,
      corrects: input.corrects ? head.publishedVersionId : null,
      by: actor.id,
      note: input.note ?? null,
      at: clock.now(),
    });
    await indexQuestion(connection, head.id);
    await recordAudit(
      connection,
      actor,
      {
        action: "question.published",
        resource: ["question", head.id],
        detail: {
          version: draft.number,
          hash: content.contentHash,
          corrects: input.corrects,
          before: head.publishedVersionId,
        },
      },
      clock.now(),
    );
    return { questionId: head.id, versionId: draft.id, number: draft.number };
  });
}

export const discardDraftInput = questionIdInput.extend({
  /** Of the draft that was seen: what somebody else saved since is not thrown away unseen. */
  revision: z.number().int(),
});
/** Throws the draft away; what is published stays. @throws DRAFT_CHANGED_MEANWHILE, also when it is gone; NOT_FOUND */
export async function discardDraft(
  actor: UserActor,
  input: z.infer<typeof discardDraftInput>,
  { clock }: Context,
): Promise<null> {
  return inTransaction(async (connection) => {
    await lockQuestion(connection, input.questionId);
    const draft = await findDraft(input.questionId, connection);
    const head = await getQuestionHead(input.questionId, connection);
    if (!draft || draft.revision !== input.revision) throw new DomainError("DRAFT_CHANGED_MEANWHILE");
    // nothing would be left of the question
    if (head.newestNumber === 1) throw new DomainError("NOT_FOUND", { what: "draft" });
    await deleteDraft(connection, draft.id);
    await recordAudit(
      connection,
      actor,
      { action: "question.draftDiscarded", resource: ["question", head.id], detail: { version: draft.number } },
      clock.now(),
    );
    return null;
  });
}
/** Takes a question out of practice and out of new attempts; its record stays. @throws NOT_FOUND */
export async function retireQuestion(
  actor: UserActor,
  input: z.infer<typeof questionIdInput>,
  { clock }: Context,
): Promise<null> {
  return inTransaction(async (connection) => {
    await lockQuestion(connection, input.questionId);
    const head = await getQuestionHead(input.questionId, connection);
    if (head.status === "retired") return null;
    await retireQuestionRow(connection, head.id, clock.now());
    await indexQuestion(connection, head.id);
    await recordAudit(
      connection,
      actor,
      { action: "question.retired", resource: ["question", head.id], detail: { before: head.publishedVersionId } },
      clock.now(),
    );
    return null;
  });
}
/** Brings a retired question back with its last published version. @throws NOT_FOUND */
export async function restoreQuestion(
  actor: UserActor,
  input: z.infer<typeof questionIdInput>,
  { clock }: Context,
): Promise<null> {
  return inTransaction(async (connection) => {
    const head = await getQuestionHead(input.questionId, connection);
    if (await restoreQuestionRow(connection, head.id, clock.now())) {
      await indexQuestion(connection, head.id);
      await recordAudit(
        connection,
        actor,
        { action: "question.restored", resource: ["question", head.id] },
        clock.now(),
      );
    }
    return null;
  });
}
