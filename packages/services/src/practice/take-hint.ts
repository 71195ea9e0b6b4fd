import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { renderVersion } from "../bank/present-version";
import { getPublishedVersion } from "../bank/question-version.repo";
import { mayRevealQuestion } from "../exposure/graded-use.repo";
import { appendEvent, lockLog } from "../learning-record/log.repo";

export const takeHintInput = z.strictObject({ versionId: z.uuid(), seed: z.number().int().nonnegative(), index: z.number().int().min(0).max(2) });
export const hintDto = z.strictObject({ index: z.number().int(), html: z.string() });

/**
 * Shows one hint and notes in the learner's log that it was taken, so that its cost does not depend on what a browser says.
 * @throws QUESTION_WITHHELD while an open assignment holds the question; NOT_FOUND for a hint that is not there
 */
export async function takeHint(
  actor: UserActor,
  input: z.infer<typeof takeHintInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof hintDto>> {
  const version = await getPublishedVersion(input.versionId);
  const { revealed } = await renderVersion(version, input.seed, locale);
  const html = revealed.hints[input.index];
  if (html === undefined) throw new DomainError("NOT_FOUND", { what: "hint" });
  const now = clock.now();
  await inTransaction(async (connection) => {
    const lastSeq = await lockLog(connection, actor.subjectId, 1);
    if (!(await mayRevealQuestion(actor, version.questionId, now, connection))) throw new DomainError("QUESTION_WITHHELD");
    await appendEvent(connection, {
      subjectId: actor.subjectId,
      seq: lastSeq + 1,
      kind: "hint_taken",
      questionId: version.questionId,
      body: { versionId: version.id, seed: input.seed, index: input.index },
      at: now,
      zone: actor.zone,
    });
  });
  return { index: input.index, html };
}
