import { inTransaction } from "@tidao/prisma";
import { foldVersion } from "../learning-record/fold";
import { lockLog } from "../learning-record/log.repo";
import { findFoldVersion, listSubjectIds, readLog, recount, replaceState, saveFoldVersion } from "./log.repo";
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
  await saveFoldVersion(foldVersion);
  return done;
}

/** Derives everything anew when the tables were made by another version of the fold. @returns how many learners, 0 when nothing was to do */
export async function rebuildIfOutdated(onProgress?: (learners: number) => void): Promise<number> {
  return (await findFoldVersion()) === foldVersion ? 0 : rebuildAll(onProgress);
}
