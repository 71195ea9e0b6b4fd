/** An assignment of the learner that holds the question, with the learner's own override already applied. */
export interface GradedUse {
  opensAt: Date;
  dueAt: Date;
  feedback: "immediately" | "after_due" | "never";
  /** Attempts that the learner may make, and those finished. */
  attempts: number;
  finishedAttempts: number;
}

/** Whether the learner can still answer it. */
export function isOpenToLearner(use: GradedUse, now: Date): boolean {
  return now >= use.opensAt && now < use.dueAt && use.finishedAttempts < use.attempts;
}

/**
 * Whether its questions are withheld from practice, reviews, search and feedback: while it can be answered, and where
 * feedback waits for the due time until then. Else who hands in first practises with the key what the others are still asked.
 */
export function isWithholding(use: GradedUse, now: Date): boolean {
  const waits = use.feedback !== "immediately" || use.finishedAttempts < use.attempts;
  return waits && now >= use.opensAt && now < use.dueAt;
}

/**
 * When the learner may see verdicts of an attempt of this assignment. "Immediately" means as soon as no attempt is left:
 * a key that is shown between two attempts would answer the second one.
 */
export function isFeedbackOpen(
  use: Pick<GradedUse, "dueAt" | "feedback" | "attempts" | "finishedAttempts">,
  attemptFinished: boolean,
  now: Date,
): boolean {
  if (use.feedback === "never") return false;
  if (now >= use.dueAt) return true;
  return use.feedback === "immediately" && attemptFinished && use.finishedAttempts >= use.attempts;
}

/**
 * The exposure rule: may this learner see the key of a question now? Used by every DTO that carries a key or a verdict.
 * @param uses all assignments of the learner that contain the question
 */
export function mayReveal(uses: readonly GradedUse[], now: Date): boolean {
  return !uses.some((use) => isWithholding(use, now));
}
