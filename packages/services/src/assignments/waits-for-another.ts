import { isWithholding } from "@tidao/access";
import { listUsesOfTheSame } from "./attempt.repo";

/**
 * Those of these attempts that were handed in and of which the answers must not move anything yet, because another open
 * assignment asks one of their questions: accuracy, mastery and the day's right answers would tell what the page of the attempt
 * keeps back. They are folded once that one is over. An attempt that was never handed in does not wait: until its feedback is
 * noted as open, more time would let it be answered with the keys of its other questions in sight.
 */
export async function listWaitingForAnother(attemptIds: readonly string[], now: Date): Promise<Set<string>> {
  if (attemptIds.length === 0) return new Set();
  const uses = await listUsesOfTheSame(attemptIds, now);
  return new Set(uses.filter(({ use }) => isWithholding(use, now)).map(({ attemptId }) => attemptId));
}
