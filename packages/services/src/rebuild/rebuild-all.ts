import { inTransaction } from "@tidao/prisma";
import { lockLog } from "../learning-record/log.repo";
import { listSubjectIds, readLog, recount, replaceState } from "./log.repo";
import { replayLog } from "./replay-log";

/** Derives one learner's state anew from the log, under the lock of the log: safe while the product runs. */
export function rebuildLearner(subjectId: string): Promise<void> {
  return inTransaction(async (connection) => {
    await lockLog(connection, subjectId, 0);
    const { submissions, events } = await readLog(connection, subjectId);
    await replaceState(connection, subjectId, replayLog(submissions, events));
  });
}

/**
 * Derives everything derivable: each learner's cards, mastery, activity and grades, then the shared counters.
 * @returns how many learners were replayed
 */
export async function rebuildAll(onProgress: (learners: number) => void = () => {}): Promise<number> {
  let after: string | null = null;
  let done = 0;
  for (;;) {
    const page: string[] = await listSubjectIds(after, 200);
    for (const subjectId of page) {
      await rebuildLearner(subjectId);
      onProgress(++done);
    }
    after = page.at(-1) ?? null;
    if (page.length < 200) break;
  }
  await inTransaction(recount);
  return done;
}
