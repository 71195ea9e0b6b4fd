import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { z } from "zod";
import { recordTicks } from "../learning-record/record-ticks";
import type { SubmissionForLearner } from "./question-for-learner.dto";
import { submissionDto } from "./submission-dto";

export const tickKeyPointsInput = z.strictObject({ submissionId: z.uuid(), ticked: z.array(z.string().max(40)).max(6) });

/**
 * The learner says which further key points their short answer made. A new grading supersedes the pending one; saying it
 * twice changes nothing.
 * @throws NOT_FOUND for another learner's submission; QUESTION_WITHHELD while its feedback is closed
 */
export async function tickKeyPoints(
  actor: UserActor,
  input: z.infer<typeof tickKeyPointsInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<SubmissionForLearner> {
  const settled = await recordTicks(actor, input, clock.now());
  if (settled.withheld) throw new DomainError("QUESTION_WITHHELD");
  return submissionDto(settled, locale);
}
