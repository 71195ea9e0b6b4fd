import type { Clock } from "@tidao/kernel";
import { difficultyFrom, difficultyFromAuthor, guessFloor } from "@tidao/measurement";
import { inTransaction } from "@tidao/prisma";
import { choiceCount } from "../practice/answer-key";
import { type AnsweredVersion, insertSnapshot, listAnswers, listItems, lockSnapshots, type LoggedAnswer, readNewestSnapshot, readVersions } from "./item-difficulty.repo";
import { FirstAnswers } from "./sum-first-answers";

/**
 * Writes a new numbered snapshot of item difficulty from the log, read in pages. Submissions read the newest snapshot and
 * store what they used, so that a replay of the log does not depend on when a snapshot was made. Where nothing was graded
 * since the last one there is nothing to write; of two workers at once one writes.
 * @param pageSize answers held at once
 * @returns how many items it holds
 */
export async function snapshotItemDifficulty(clock: Clock, pageSize = 5000): Promise<number> {
  const at = clock.now();
  const newest = await readNewestSnapshot();
  if (!newest.outdated) return 0;
  const items = new Map((await listItems()).map((item) => [item.questionId, item]));
  const sums = new FirstAnswers();
  const versions = new Map<string, Omit<AnsweredVersion, "spec"> & { guess: number }>();

  for (let after: LoggedAnswer | null = null; ; ) {
    const page: LoggedAnswer[] = await listAnswers(after, pageSize);
    const unknown = new Set(page.map(({ versionId }) => versionId).filter((id) => !versions.has(id)));
    for (const { spec, ...version } of unknown.size ? await readVersions([...unknown]) : [])
      versions.set(version.id, { ...version, guess: guessFloor({ kind: version.kind, choiceCount: choiceCount(spec) }) });
    for (const { versionId, verdict, ...answer } of page) {
      const version = versions.get(versionId);
      // what waits for a grader says nothing yet
      if (!version || verdict === "pending") continue;
      const { topicSlug, guess } = version;
      const difficulty = items.get(answer.questionId)?.difficulty ?? difficultyFromAuthor(version.authorDifficulty);
      sums.add({ ...answer, topicSlug, guess, difficulty });
    }
    after = page.at(-1) ?? null;
    if (page.length < pageSize) break;
  }

  const rows = [...sums.items].flatMap(([questionId, item]) => {
    const published = items.get(questionId);
    if (!published) return [];
    return [{ questionId, responses: item.answers, difficulty: difficultyFrom(item, difficultyFromAuthor(published.authorDifficulty)) }];
  });
  return inTransaction(async (connection) => {
    await lockSnapshots(connection);
    return insertSnapshot(connection, newest.number + 1, rows, at);
  });
}
