import { isOpenToLearner, type UserActor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { z } from "zod";
import { recordSubmission } from "../learning-record/record-submission";
import { type SubmissionForLearner } from "../practice/question-for-learner.dto";
import { submissionDto } from "../practice/submission-dto";
import { submitAnswerInput } from "../practice/submit-answer";
import { getOwnAssignment, getOwnAttempt, listAttemptItems } from "./attempt.repo";
import { assertOpen } from "./start-attempt";

export const submitAttemptAnswerInput = submitAnswerInput
  .omit({ versionId: true, seed: true })
  .extend({ attemptId: z.uuid(), position: z.number().int().positive() });

/**
 * Answers one question of an attempt; until the attempt is finished an answer can be given again and the newest counts.
 * Verdict and everything that follows from it stay withheld until feedback opens.
 * @throws ATTEMPT_FINISHED, ASSIGNMENT_CLOSED, ASSIGNMENT_NOT_OPEN, NOT_FOUND and what `submitAnswer` throws
 */
export async function submitAttemptAnswer(
  actor: UserActor,
  { attemptId, position, ...input }: z.infer<typeof submitAttemptAnswerInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<SubmissionForLearner> {
  const now = clock.now();
  const attempt = await getOwnAttempt(actor.subjectId, attemptId);
  const assignment = await getOwnAssignment(actor, attempt.assignmentId);
  if (attempt.finishedAt) throw new DomainError("ATTEMPT_FINISHED");
  if (!isOpenToLearner(assignment, now)) assertOpen(assignment, now);
  const item = (await listAttemptItems(attemptId)).find((i) => i.position === position);
  if (!item) throw new DomainError("NOT_FOUND", { what: "question" });
  const stored = await recordSubmission(
    actor,
    { ...input, versionId: item.versionId, seed: item.seed, context: "assignment", attempt: { id: attemptId, position, withheld: true } },
    now,
  );
  return submissionDto({ ...stored, withheld: true }, locale);
}
