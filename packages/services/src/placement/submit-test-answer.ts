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
 * the question, so a retry, also after the test went on, stores nothing twice. A question that may be asked no more, or that
 * another one has replaced, is not answered: the test goes on with what stands in its place.
 * @throws NOT_FOUND for a stranger's test
 */
export async function submitTestAnswer(
  actor: UserActor,
  { testId, position, versionId, ...given }: z.infer<typeof submitTestAnswerInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<TestState> {
  const now = clock.now();
  const [test, items] = await Promise.all([getOwnTest(actor.subjectId, testId), listItems(testId)]);
  const item = items.find((each) => each.position === position && each.versionId === versionId);
  if (item && item.answer === null && !test.finishedAt) {
    const { submissionKey, seed } = item;
    await recordSubmission(actor, { ...given, submissionKey, versionId, seed, context: "placement", attempt: null }, now).catch(unlessItIsGone);
  }
  await advanceTest(actor, testId, now);
  return testStateDto(actor, testId, locale);
}

function unlessItIsGone(error: unknown): void {
  if (!(error instanceof DomainError && (error.code === "QUESTION_WITHHELD" || error.code === "NOT_FOUND"))) throw error;
}
