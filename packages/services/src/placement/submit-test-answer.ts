import type { UserActor } from "@tidao/access";
import { answer } from "@tidao/grading/spec";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { z } from "zod";
import { recordSubmission } from "../learning-record/record-submission";
import { advanceTest, testStateDto } from "./advance-test";
import { getOwnTest, listItems } from "./test.repo";
import type { TestState } from "./test-state.dto";

export const submitTestAnswerInput = z.strictObject({
  testId: z.uuid(),
  position: z.number().int().positive(),
  /** Of the question that the page shows: it may have been replaced since. */
  versionId: z.uuid(),
  answer,
  confidence: z.number().int().min(1).max(4).nullable(),
  durationMs: z.number().int().min(0).max(86_400_000),
});

/**
 * Answers the question in hand and moves on; how it was graded is told at the end. The key of the submission belongs to
 * the question, so a retry, also after the test went on, stores nothing twice.
 * @throws NOT_FOUND for a stranger's test or a question that is not of it
 * @throws QUESTION_WITHHELD while an open assignment holds the question; going on with the test replaces it
 */
export async function submitTestAnswer(
  actor: UserActor,
  { testId, position, versionId, ...given }: z.infer<typeof submitTestAnswerInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<TestState> {
  const now = clock.now();
  const [test, items] = await Promise.all([getOwnTest(actor.subjectId, testId), listItems(testId)]);
  const item = items.find((each) => each.position === position && each.versionId === versionId);
  if (!item) throw new DomainError("NOT_FOUND", { what: "question" });
  if (item.answer === null && !test.finishedAt) {
    const { submissionKey, seed } = item;
    await recordSubmission(actor, { ...given, submissionKey, versionId, seed, context: "placement", attempt: null }, now);
  }
  await advanceTest(actor, testId, now);
  return testStateDto(actor, testId, locale);
}
