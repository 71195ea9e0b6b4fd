import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import type { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { indexQuestion } from "../search";
import type { discardDraftInput } from "./edit-question";
import { deleteDraft, deleteQuestionRow, findDraft, getQuestionHead, isReferredTo, lockQuestion } from "./question.repo";

/**
 * Throws a question away that was never published, with its only draft; its id is free again. What learners have met is
 * retired and never thrown away.
 * @throws QUESTION_IN_USE when a version was published or anything refers to it, DRAFT_CHANGED_MEANWHILE, NOT_FOUND
 */
export async function discardQuestion(
  actor: UserActor,
  input: z.infer<typeof discardDraftInput>,
  { clock }: { clock: Clock },
): Promise<null> {
  return inTransaction(async (connection) => {
    await lockQuestion(connection, input.questionId);
    const head = await getQuestionHead(input.questionId, connection);
    const draft = await findDraft(head.id, connection);
    if (!draft || draft.revision !== input.revision) throw new DomainError("DRAFT_CHANGED_MEANWHILE");
    if (await isReferredTo(connection, head.id)) throw new DomainError("QUESTION_IN_USE");
    await deleteDraft(connection, draft.id);
    await deleteQuestionRow(connection, head.id);
    await indexQuestion(connection, head.id);
    await recordAudit(
      connection,
      actor,
      {
        action: "question.discarded",
        resource: ["question", head.id],
        detail: { version: draft.number, revision: draft.revision, hash: draft.contentHash },
      },
      clock.now(),
    );
    return null;
  });
}
