import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { z } from "zod";
import { recordEvent } from "../learning-record/event.repo";
import { applyCardResumed, applyCardSuspended } from "../learning-record/review-wishes.repo";
import { findSuspension } from "./leech.repo";

export const cardInput = z.strictObject({ questionId: z.string().max(80) });
type CardInput = z.infer<typeof cardInput>;

/** Takes a question out of the learner's reviews and practice until it is taken up again. @throws NOT_FOUND without a card */
export async function suspendCard(actor: UserActor, { questionId }: CardInput, { clock }: { clock: Clock }): Promise<null> {
  const card = await findSuspension(actor.subjectId, questionId);
  if (!card) throw new DomainError("NOT_FOUND", { what: "card" });
  if (card.suspendedAt) return null;
  const now = clock.now();
  await recordEvent(actor, { kind: "card_suspended", body: { question: questionId }, questionId }, now, (connection) =>
    applyCardSuspended(connection, actor.subjectId, questionId, now),
  );
  return null;
}

/** Takes a question up again; it is due when its card says. @throws NOT_FOUND without a card */
export async function resumeCard(actor: UserActor, { questionId }: CardInput, { clock }: { clock: Clock }): Promise<null> {
  const card = await findSuspension(actor.subjectId, questionId);
  if (!card) throw new DomainError("NOT_FOUND", { what: "card" });
  if (!card.suspendedAt) return null;
  await recordEvent(actor, { kind: "card_resumed", body: { question: questionId }, questionId }, clock.now(), (connection) =>
    applyCardResumed(connection, actor.subjectId, questionId),
  );
  return null;
}
