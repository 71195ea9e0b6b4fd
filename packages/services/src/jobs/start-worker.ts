import type { Clock } from "@tidao/kernel";
import { PgBoss } from "pg-boss";
import { openDueFeedback } from "../assignments/open-due-feedback";
import { runWaitingExports } from "../data-export/run-waiting-exports";
import { eraseDueAccounts } from "../erasure/erase-due-accounts";
import { snapshotItemDifficulty } from "../item-difficulty/snapshot-item-difficulty";
import { purgeExpired } from "../housekeeping/purge-expired";
import { sendDigests } from "../notifications/send-digests";
import { fitParameters } from "../parameter-fitting/fit-parameters";
import { type JobName, jobSchema } from "./job-schema";

export interface Worker {
  stop(): Promise<void>;
}
type Report = (event: { job: string; outcome: "done" | "failed"; count?: number; error?: unknown }) => void;

/**
 * Work that no request waits for. Any number of workers may run: pg-boss gives each occurrence to one of them, and each
 * job may run twice without harm.
 */
const jobs: Record<JobName, (clock: Clock) => Promise<number>> = {
  "open-feedback": openDueFeedback,
  "snapshot-item-difficulty": snapshotItemDifficulty,
  "fit-parameters": fitParameters,
  "purge-expired": purgeExpired,
  "send-digests": sendDigests,
  "export-data": runWaitingExports,
  "erase-accounts": eraseDueAccounts,
};

export async function startWorker(url: string, clock: Clock, report: Report): Promise<Worker> {
  const boss = new PgBoss({ connectionString: url, schema: jobSchema, max: 3, migrate: false });
  boss.on("error", (error) => report({ job: "queue", outcome: "failed", error }));
  await boss.start();
  for (const [name, run] of Object.entries(jobs)) {
    await boss.work(name, async () => {
      try {
        report({ job: name, outcome: "done", count: await run(clock) });
      } catch (error) {
        report({ job: name, outcome: "failed", error });
        throw error;
      }
    });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}
