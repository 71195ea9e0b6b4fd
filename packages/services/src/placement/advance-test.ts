import type { UserActor } from "@tidao/access";
import { type Locale, seedFrom, seededRandom } from "@tidao/kernel";
import { variantSeeds } from "@tidao/grading/spec";
import { longestPlacement, longestSkipTest } from "@tidao/measurement";
import { type Connection, inTransaction } from "@tidao/prisma";
import { getPublishedVersion } from "../bank/question-version.repo";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { lockLog } from "../learning-record/log.repo";
import { questionForLearnerDto } from "../practice/question-dto";
import { type Candidate, listCandidates } from "./candidates.repo";
import { finishPlacement } from "./finish-placement";
import { finishSkipTest } from "./finish-skip-test";
import { nextOfPlacement } from "./next-of-placement";
import { nextOfSkipTest } from "./next-of-skip-test";
import { getOwnTest, insertItem, isStillPublished, listItems, type TestItem, type TestRow } from "./test.repo";
import type { TestState } from "./test-state.dto";

/**
 * Brings a test to its next question, or to its end when enough is known. Safe to repeat: a question that waits for its
 * answer stays, unless it can no longer be asked.
 */
export async function advanceTest(actor: UserActor, testId: string, now: Date): Promise<void> {
  const withheld = await listWithheldQuestionIds(actor, now);
  await inTransaction(async (connection) => {
    await lockLog(connection, actor.subjectId, 0);
    const test = await getOwnTest(actor.subjectId, testId, connection);
    if (test.finishedAt) return;
    const items = await listItems(testId, connection);
    const waiting = items.find(({ answer }) => answer === null);
    if (waiting && !withheld.includes(waiting.questionId) && (await isStillPublished(connection, waiting.questionId, waiting.versionId))) return;
    const answered = items.filter(({ answer }) => answer !== null);
    const candidates = await listCandidates(connection, actor.subjectId, { topic: test.topicSlug, except: items.map((i) => i.questionId), withheld });
    const next = await choose(connection, test, answered, candidates);
    if (next) {
      const seed = seedFrom(`${testId}|${next.id}`) % variantSeeds;
      await insertItem(connection, testId, { position: answered.length + 1, questionId: next.id, versionId: next.versionId, seed });
    } else if (test.topicSlug === null) await finishPlacement(connection, actor, test, answered, now);
    else await finishSkipTest(connection, actor, { ...test, topicSlug: test.topicSlug }, answered, now);
  });
}

function choose(connection: Connection, test: TestRow, answered: TestItem[], candidates: Candidate[]): Promise<Candidate | null> | Candidate | null {
  const random = seededRandom(seedFrom(`${test.id}|${answered.length}`));
  return test.topicSlug === null ? nextOfPlacement(connection, test, answered, candidates, random) : nextOfSkipTest(answered, candidates, random);
}

/** Where a test stands. @throws NOT_FOUND for a stranger's */
export async function testStateDto(actor: UserActor, testId: string, locale: Locale): Promise<TestState> {
  const [test, items] = await Promise.all([getOwnTest(actor.subjectId, testId), listItems(testId)]);
  const waiting = test.finishedAt ? undefined : items.find(({ answer }) => answer === null);
  return {
    testId,
    topic: test.topicSlug,
    answered: items.filter(({ answer }) => answer !== null).length,
    most: test.topicSlug === null ? longestPlacement : longestSkipTest,
    item: waiting
      ? { position: waiting.position, question: await questionForLearnerDto(await getPublishedVersion(waiting.versionId), waiting.seed, locale) }
      : null,
    finished: test.finishedAt !== null,
  };
}
