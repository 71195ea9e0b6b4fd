import type { Clock } from "@tidao/kernel";
import { logLoss, type LoggedReview, reviewItems, splitByTime } from "@tidao/scheduling";
import { recordEvent } from "../learning-record/event.repo";
import { applyFittedParameters, readWishes } from "../learning-record/review-wishes.repo";
import { assertAllDone } from "../jobs/assert-all-done";
import { type Candidate, listFittingCandidates, listLoggedReviews, saveFittingAttempt } from "./fitting-attempt.repo";
import { leastReviews } from "./least-reviews";
import { computeWeights } from "./optimize";

/** Fit again when the reviews have doubled: "2n is good" (ankitects/anki#3094). */
const growth = 2;
const trainShare = 0.8;
const learnersAtOnce = 50;
const reviewsAtOnce = 2000;

/**
 * Fits FSRS's parameters to each learner with enough new reviews, and keeps them only where they predict the newest fifth of
 * the reviews, which the fit did not see, better than the parameters in use. Running it twice changes nothing. One learner that fails does not keep the others.
 * @returns how many learners got new parameters
 * @throws what failed, after all others
 */
export async function fitParameters(clock: Clock): Promise<number> {
  let after: string | null = null;
  let kept = 0;
  const failed: unknown[] = [];
  for (;;) {
    const page: Candidate[] = await listFittingCandidates(after, learnersAtOnce, { least: leastReviews, growth });
    for (const learner of page) await fitLearner(learner, clock.now()).then((fitted) => (kept += Number(fitted)), (error: unknown) => failed.push(error));
    after = page.at(-1)?.subjectId ?? null;
    if (page.length < learnersAtOnce) break;
  }
  assertAllDone(failed, kept);
  return kept;
}

async function fitLearner({ subjectId, zone, reviews }: Candidate, now: Date): Promise<boolean> {
  const { train, test } = splitByTime(reviewItems(await readHistory(subjectId)), trainShare);
  const { fitted } = await readWishes(subjectId);
  const before = logLoss(test, fitted?.parameters);
  if (before === null || !train.length) return false;
  // what was measured is what is kept: weights fitted on everything would never have met an answer they did not know
  const parameters = await computeWeights(train);
  const after = logLoss(test, parameters) ?? before;
  const attempt = { reviews, logLossBefore: before, logLossAfter: after, at: now };
  // written so that what is no number is not better
  if (!(after < before)) {
    await saveFittingAttempt(subjectId, attempt);
    return false;
  }
  const body = { parameters, reviews, logLossBefore: before, logLossAfter: after };
  // together: a try that is kept without its parameters would not be made again before the reviews have doubled
  await recordEvent({ subjectId, zone }, { kind: "parameters_fitted", body }, now, async (connection) => {
    await applyFittedParameters(connection, subjectId, body, now);
    await saveFittingAttempt(subjectId, attempt, connection);
  });
  return true;
}

async function readHistory(subjectId: string): Promise<LoggedReview[]> {
  const history: LoggedReview[] = [];
  for (let after = 0; ; ) {
    const page = await listLoggedReviews(subjectId, after, reviewsAtOnce);
    history.push(...page);
    if (page.length < reviewsAtOnce) return history;
    after = page.at(-1)!.seq;
  }
}
