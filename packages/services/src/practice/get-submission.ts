import type { UserActor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import { z } from "zod";
import { answer } from "@tidao/grading/spec";
import { instantiateVersion } from "../bank/present-version";
import { mayRevealQuestion } from "../exposure/graded-use.repo";
import { getOwnSubmission } from "../learning-record/submission.repo";
import { disguiseOf } from "./answer-key";
import { hideAnswer } from "./disguise";
import { questionForLearnerDto } from "./question-dto";
import { questionForLearner, submissionForLearner } from "./question-for-learner.dto";
import { submissionDto } from "./submission-dto";

export const submissionInput = z.strictObject({ submissionId: z.uuid() });
export const answeredQuestionDto = z.strictObject({ question: questionForLearner, answer, submission: submissionForLearner });

/** What the learner answered then, with the version and the variant that was answered, whatever is published now. */
export async function getSubmission(
  actor: UserActor,
  { submissionId }: z.infer<typeof submissionInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof answeredQuestionDto>> {
  const stored = await getOwnSubmission(actor.subjectId, submissionId);
  const withheld = stored.withheld || !(await mayRevealQuestion(actor, stored.version.questionId, clock.now()));
  const disguise = disguiseOf(stored.version, stored.seed, instantiateVersion(stored.version, stored.seed));
  return {
    question: await questionForLearnerDto(stored.version, stored.seed, locale),
    answer: hideAnswer(stored.answer, disguise),
    submission: await submissionDto({ ...stored, withheld }, locale),
  };
}
