import { isFeedbackOpen, type UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import type { z } from "zod";
import { lockLog } from "../learning-record/log.repo";
import { openFeedback } from "../learning-record/open-feedback";
import type { attemptInput } from "./attempt.dto";
import { getOwnAssignment, getOwnAttempt, listOwnAttempts, markAttemptFinished } from "./attempt.repo";

/** Hands an attempt in; handing it in twice changes nothing. Feedback set to "immediately" opens with it. @throws NOT_FOUND */
export async function finishAttempt(actor: UserActor, { attemptId }: z.infer<typeof attemptInput>, { clock }: { clock: Clock }): Promise<null> {
  const now = clock.now();
  const attempt = await getOwnAttempt(actor.subjectId, attemptId);
  await inTransaction(async (connection) => {
    await lockLog(connection, actor.subjectId, 0);
    await markAttemptFinished(connection, attemptId, now);
  });
  const assignment = await getOwnAssignment(actor, attempt.assignmentId);
  const finished = (await listOwnAttempts(actor.subjectId, assignment.id)).filter((a) => a.finishedAt && !a.feedbackOpenedAt);
  for (const { id } of finished)
    if (isFeedbackOpen(assignment, true, now)) await openFeedback({ attemptId: id, subjectId: actor.subjectId, zone: actor.zone }, now);
  return null;
}
