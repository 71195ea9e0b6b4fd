import type { Clock } from "@tidao/kernel";
import { assertAllDone } from "../jobs/assert-all-done";
import { openFeedback } from "../learning-record/open-feedback";
import { type AttemptToOpen, listAttemptsToOpen } from "./attempt.repo";
import { listWaitingForAnother } from "./waits-for-another";

const batch = 200;

/**
 * Opens the feedback of every attempt whose time has come: a job that runs each minute. Any number may run at once; each
 * attempt is opened by one of them. One that fails does not keep the others.
 * @returns how many were opened
 * @throws what failed, after all others
 */
export async function openDueFeedback(clock: Clock): Promise<number> {
  let opened = 0;
  const failed: unknown[] = [];
  let after: string | null = null;
  for (;;) {
    const now = clock.now();
    const due: AttemptToOpen[] = await listAttemptsToOpen(now, after, batch);
    const waiting = await listWaitingForAnother(due.map(({ attemptId }) => attemptId), now);
    for (const attempt of due.filter(({ attemptId }) => !waiting.has(attemptId)))
      await openFeedback(attempt, now).then((isOpened) => (opened += Number(isOpened)), (error: unknown) => failed.push(error));
    after = due.at(-1)?.attemptId ?? null;
    if (due.length < batch) break;
  }
  assertAllDone(failed, opened);
  return opened;
}
