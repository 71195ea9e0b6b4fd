import type { UserActor } from "@tidao/access";
import { placeTopics } from "@tidao/measurement";
import type { Connection } from "@tidao/prisma";
import { applyPlacement, type PlacedMastery } from "../learning-record/event.repo";
import { appendEvent, lockLog } from "../learning-record/log.repo";
import { beliefAfter } from "./next-of-placement";
import { finishTest, listPractisedTopics, type TestItem, type TestRow } from "./test.repo";
import { listTopicNodes } from "./topic-nodes.repo";

/** What a placement found of one topic, and whether it set its level. */
export interface PlacedTopic {
  topic: string;
  asked: number;
  points: number;
  before: number;
  level: number;
  set: boolean;
  /** Topics answered well that build on it. */
  because: string[];
}
export interface PlacementResult {
  topics: PlacedTopic[];
}

/**
 * Ends a placement: its levels go into the log as one event and into the learner's mastery. A topic that was asked about
 * is set to what was found, up or down (ten answers behind a mastered topic outweigh the cap of one test); one that
 * follows from others is set only where the learner has no answers of their own.
 */
export async function finishPlacement(connection: Connection, actor: UserActor, test: TestRow, answered: readonly TestItem[], now: Date): Promise<void> {
  const nodes = await listTopicNodes(connection);
  // by now, not as the test began: it may have lain open while its learner practised
  const practised = await listPractisedTopics(connection, actor.subjectId);
  const asked = new Map<string, number>();
  for (const { topic } of answered) asked.set(topic, (asked.get(topic) ?? 0) + 1);
  const set: PlacedMastery = {};
  const topics = placeTopics(beliefAfter(nodes, test.base, answered), nodes, asked).map((placed): PlacedTopic => {
    const before = test.base[placed.topic];
    const held = before?.level ?? 0;
    const applies = placed.asked > 0 || (placed.level > held && !practised.has(placed.topic));
    const points = answered.filter((item) => item.topic === placed.topic).reduce((sum, { answer }) => sum + (answer?.score ?? 0), 0);
    // whatever other topics let one expect, nobody is raised by wrong answers
    const most = placed.asked > 0 && points === 0 ? Math.max(1, held) : 4;
    const level = Math.min(most, placed.level === 3 ? Math.max(3, held) : placed.level);
    if (applies) set[placed.topic] = { rating: placed.rating, level };
    return {
      topic: placed.topic,
      asked: placed.asked,
      points,
      before: held,
      level: applies ? level : held,
      set: applies,
      because: placed.because,
    };
  });
  const lastSeq = await lockLog(connection, actor.subjectId, 1);
  const event = { kind: "placement_finished" as const, body: { testId: test.id, topics: set } };
  await appendEvent(connection, { ...event, subjectId: actor.subjectId, seq: lastSeq + 1, at: now, zone: actor.zone });
  await applyPlacement(connection, actor.subjectId, set, now);
  await finishTest(connection, test.id, { topics } satisfies PlacementResult, now);
}
