import type { Clock } from "@tidao/kernel";
import { type AuthorDifficulty, difficultyFromAuthor, estimateDifficulty } from "@tidao/measurement";
import { insertSnapshot, listItemCounts } from "./item-difficulty.repo";

/**
 * Writes a new numbered snapshot of item difficulty from the shared counters. Submissions read the newest snapshot and
 * store what they used, so that a replay of the log does not depend on when a snapshot was made.
 * @returns how many items it holds
 */
export async function snapshotItemDifficulty(clock: Clock): Promise<number> {
  const items = await listItemCounts();
  return insertSnapshot(
    items.map(({ questionId, submissions, microPoints, difficulty }) => ({
      questionId,
      responses: submissions,
      difficulty: estimateDifficulty({ submissions, microPoints, authorDifficulty: difficultyFromAuthor(difficulty as AuthorDifficulty) }),
    })),
    clock.now(),
  );
}
