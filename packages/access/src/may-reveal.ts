/** An assignment of the learner that holds the question, with the learner's own override already applied. */
export interface GradedUse {
  opensAt: Date;
  dueAt: Date;
  feedback: "immediately" | "after_due" | "never";
  /** Attempts that the learner may make, and those finished. */
  attempts: number;
  finishedAttempts: number;
  archived: boolean;
}

/** While an assignment can still be answered, its questions are withheld from practice, reviews, search and feedback. */
export function isOpenToLearner(use: GradedUse, now: Date): boolean {
  return !use.archived && now >= use.opensAt && now < use.dueAt && use.finishedAttempts < use.attempts;
}

/** When the learner may see verdicts of an attempt of this assignment. */
export function isFeedbackOpen(use: Pick<GradedUse, "dueAt" | "feedback">, attemptFinished: boolean, now: Date): boolean {
  if (use.feedback === "never") return false;
  if (use.feedback === "immediately") return attemptFinished || now >= use.dueAt;
  return now >= use.dueAt;
}

/**
 * The exposure rule: may this learner see the key of a question now? Used by every DTO that carries a key or a verdict.
 * @param uses all assignments of the learner that contain the question
 */
export function mayReveal(uses: readonly GradedUse[], now: Date): boolean {
  return !uses.some((use) => isOpenToLearner(use, now));
}
