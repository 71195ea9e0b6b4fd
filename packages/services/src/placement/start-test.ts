import type { UserActor } from "@tidao/access";
import { type Clock, DomainError, type Locale } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { lockLog } from "../learning-record/log.repo";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { advanceTest, testStateDto } from "./advance-test";
import { listCandidates } from "./candidates.repo";
import { fewestForSkipTest, isForSkipTest } from "./next-of-skip-test";
import { skipTestAgainAt } from "./skip-pause";
import { findTest, insertTest } from "./test.repo";
import type { TestState } from "./test-state.dto";

/** Without a topic: a placement over all of them. */
export const startTestInput = z.strictObject({ topic: z.string().max(60).nullable() });

/**
 * Starts a test, or goes on with the one that is open: leaving half-way loses nothing.
 * @throws TEST_NOT_POSSIBLE when there are too few questions to decide anything
 * @throws TEST_TOO_SOON on the day after a failed test of the topic
 */
export async function startTest(
  actor: UserActor,
  { topic }: z.infer<typeof startTestInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<TestState> {
  const now = clock.now();
  const withheld = await listWithheldQuestionIds(actor, now);
  const { id } = await inTransaction(async (connection) => {
    // two presses at once: the second one finds what the first has begun
    await lockLog(connection, actor.subjectId, 0);
    const open = await findTest(actor.subjectId, topic, "open", connection);
    if (open) return open;
    const againAt = topic && skipTestAgainAt(await findTest(actor.subjectId, topic, "finished", connection), now);
    if (againAt) throw new DomainError("TEST_TOO_SOON", { againAt: againAt.toISOString() });
    const candidates = await listCandidates(connection, actor.subjectId, { topic, except: [], withheld });
    const enough = topic === null ? candidates.length > 0 : candidates.filter(isForSkipTest).length >= fewestForSkipTest;
    if (!enough) throw new DomainError("TEST_NOT_POSSIBLE");
    return insertTest(connection, actor.subjectId, topic, now);
  });
  await advanceTest(actor, id, now);
  return testStateDto(actor, id, locale);
}
