import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { asksOneOf, type AttemptToOpen } from "./attempt.repo";

/**
 * Whether the answers of an attempt that was handed in must not move anything yet, because another open assignment asks one of
 * its questions: accuracy, mastery and the day's right answers would tell what the page of the attempt keeps back. They are
 * folded once that one is over. An attempt that was never handed in does not wait: until its feedback is noted as open, more
 * time would let it be answered with the keys of its other questions in sight.
 */
export async function waitsForAnother({ attemptId, subjectId, userId, finished }: AttemptToOpen, now: Date): Promise<boolean> {
  if (!finished || userId === null) return false;
  return asksOneOf(attemptId, await listWithheldQuestionIds({ id: userId, subjectId }, now));
}
