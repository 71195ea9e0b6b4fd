import type { UserActor } from "@tidao/access";
import { shortestSkipTest } from "@tidao/measurement";
import type { Connection } from "@tidao/prisma";
import { applyTopicSkipped } from "../learning-record/event.repo";
import { appendEvent, lockLog } from "../learning-record/log.repo";
import { judgeAnswers } from "./next-of-skip-test";
import { finishTest, type TestItem, type TestRow } from "./test.repo";

export interface SkipResult {
  passed: boolean;
  answers: { objective: string; points: number; submissionId: string }[];
}

/**
 * Ends the test of one topic: passed, it is skipped. When questions run out before it is decided, the likelier side holds;
 * of fewer answers than the shortest test has, because an assignment took the rest, nobody passes.
 */
export async function finishSkipTest(
  connection: Connection,
  actor: UserActor,
  test: TestRow & { topicSlug: string },
  answered: readonly TestItem[],
  now: Date,
): Promise<void> {
  const { verdict, evidence } = judgeAnswers(answered);
  const passed = verdict === "passed" || (verdict === "undecided" && answered.length >= shortestSkipTest && evidence > 0);
  const answers = answered.flatMap(({ objective, answer }) => (answer ? [{ objective, points: answer.score, submissionId: answer.submissionId }] : []));
  if (passed) {
    const lastSeq = await lockLog(connection, actor.subjectId, 1);
    const body = { topic: test.topicSlug, testId: test.id, answers: answers.length };
    await appendEvent(connection, { kind: "topic_skipped", body, subjectId: actor.subjectId, seq: lastSeq + 1, at: now, zone: actor.zone });
    await applyTopicSkipped(connection, actor.subjectId, test.topicSlug, now);
  }
  await finishTest(connection, test.id, { passed, answers } satisfies SkipResult, now);
}
