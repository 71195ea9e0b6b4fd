import type { Clock } from "@tidao/kernel";
import { openFeedback } from "../learning-record/open-feedback";
import { listAttemptsToOpen } from "./attempt.repo";

const batch = 200;

/**
 * Opens the feedback of every attempt whose time has come: a job that runs each minute. Any number may run at once; each
 * attempt is opened by one of them.
 * @returns how many were opened
 */
export async function openDueFeedback(clock: Clock): Promise<number> {
  let opened = 0;
  for (;;) {
    const now = clock.now();
    const due = await listAttemptsToOpen(now, batch);
    for (const attempt of due) if (await openFeedback(attempt, now)) opened++;
    if (due.length < batch) return opened;
  }
}
