import type { UserActor } from "@tidao/access";
import { answer } from "@tidao/grading/spec";
import type { Clock, Locale } from "@tidao/kernel";
import { z } from "zod";
import { recordSubmission } from "../learning-record/record-submission";
import type { SubmissionForLearner } from "./question-for-learner.dto";
import { submissionDto } from "./submission-dto";

export const submitAnswerInput = z.strictObject({
  /** Made once for one press of the button; a retry sends the same key and gets the same submission. */
  submissionKey: z.uuid(),
  versionId: z.uuid(),
  seed: z.number().int().nonnegative(),
  answer,
  confidence: z.number().int().min(1).max(4).nullable(),
  durationMs: z.number().int().min(0).max(86_400_000),
});
export type SubmitAnswerInput = z.infer<typeof submitAnswerInput>;

/**
 * A learner answers a question in practice: stored once, graded once, everything that follows from it in one transaction.
 * @throws QUESTION_WITHHELD while an open assignment of the learner holds the question
 * @throws ANSWER_UNREADABLE, ANSWER_KIND_MISMATCH for an answer that cannot be graded; nothing is stored then
 * @throws SUBMISSION_KEY_REUSED when the key was used for another question or variant
 */
export async function submitAnswer(
  actor: UserActor,
  input: SubmitAnswerInput,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<SubmissionForLearner> {
  const stored = await recordSubmission(actor, { ...input, context: "practice", attempt: null }, clock.now());
  return submissionDto(stored, locale);
}
