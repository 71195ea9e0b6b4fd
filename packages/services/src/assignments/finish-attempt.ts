import { isFeedbackOpen, type UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import type { z } from "zod";
import { lockLog } from "../learning-record/log.repo";
import { openFeedback } from "../learning-record/open-feedback";
import type { attemptInput } from "./attempt.dto";
import { assertAttemptUnderWay, getOwnAssignment, getOwnAttempt, listOwnAttempts, markAttemptFinished } from "./attempt.repo";
import { assertOpen } from "./start-attempt";
import { listWaitingForAnother } from "./waits-for-another";

/**
 * Hands an attempt in; handing it in twice changes nothing. Feedback set to "immediately" opens with it; what its answers move
 * waits where another open assignment asks the same.
 * @throws ASSIGNMENT_CLOSED after the due time: what was stored before counts without it; ASSIGNMENT_NOT_OPEN, ATTEMPT_FINISHED, NOT_FOUND
 */
export async function finishAttempt(actor: UserActor, { attemptId }: z.infer<typeof attemptInput>, { clock }: { clock: Clock }): Promise<null> {
  const now = clock.now();
  const { assignmentId } = await getOwnAttempt(actor.subjectId, attemptId);
  await inTransaction(async (connection) => {
    await lockLog(connection, actor.subjectId, 0);
    const [attempt, assignment] = [await getOwnAttempt(actor.subjectId, attemptId, connection), await getOwnAssignment(actor, assignmentId, connection)];
    if (attempt.finishedAt) return;
    assertOpen(assignment, now);
    await assertAttemptUnderWay(connection, attemptId);
    await markAttemptFinished(connection, attemptId, now);
  });
  const assignment = await getOwnAssignment(actor, assignmentId);
  const finished = (await listOwnAttempts(actor.subjectId, assignment.id)).filter((a) => a.finishedAt && !a.feedbackOpenedAt);
  if (!isFeedbackOpen(assignment, true, now)) return null;
  const waiting = await listWaitingForAnother(finished.map(({ id }) => id), now);
  for (const { id } of finished) if (!waiting.has(id)) await openFeedback({ attemptId: id, subjectId: actor.subjectId, zone: actor.zone }, now);
  return null;
}
