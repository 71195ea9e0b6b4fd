import { isFeedbackOpen, type UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { pointsFromMicro } from "@tidao/measurement";
import type { z } from "zod";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { listAssignmentRows } from "./assignment.repo";
import type { assignmentDto, assignmentInput, attemptSummary } from "./attempt.dto";
import { type AttemptRow, getOwnAssignment, listAssignmentQuestionIds, listOwnAttempts } from "./attempt.repo";

/** @throws NOT_FOUND unless the learner is in the class */
export async function getAssignment(
  actor: UserActor,
  { assignmentId }: z.infer<typeof assignmentInput>,
  context: { clock: Clock },
): Promise<z.infer<typeof assignmentDto>> {
  const own = await getOwnAssignment(actor, assignmentId);
  const now = context.clock.now();
  const assignment = (await listAssignmentRows(actor, now)).find((a) => a.id === assignmentId);
  if (!assignment) throw new DomainError("NOT_FOUND", { what: "assignment" });
  const [attempts, questionIds, withheld] = await Promise.all([
    listOwnAttempts(actor.subjectId, assignmentId),
    listAssignmentQuestionIds(assignmentId),
    listWithheldQuestionIds(actor, now),
  ]);
  // while its own feedback is closed it holds its questions itself
  const held = assignment.feedbackOpen && questionIds.some((id) => withheld.includes(id));
  return {
    assignment,
    feedback: own.feedback,
    held,
    attempts: attempts.map((a) => attemptSummaryDto(a, !held && isFeedbackOpen(own, a.finishedAt !== null, now))),
  };
}

export const attemptSummaryDto = (a: AttemptRow, feedbackOpen: boolean): z.infer<typeof attemptSummary> => ({
  id: a.id,
  number: a.number,
  startedAt: a.startedAt.toISOString(),
  finishedAt: a.finishedAt?.toISOString() ?? null,
  answered: a.answered,
  points: feedbackOpen ? pointsFromMicro(a.microPoints) : null,
  maxPoints: a.maxPoints,
  pending: feedbackOpen ? a.pending : null,
});
