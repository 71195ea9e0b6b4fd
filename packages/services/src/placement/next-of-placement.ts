import type { Random } from "@tidao/kernel";
import { type AbilityBelief, masteryUncertainty, nextPlacementItem, observeAnswer, observeRating, priorBelief, type TopicNode } from "@tidao/measurement";
import type { Connection } from "@tidao/prisma";
import type { Candidate } from "./candidates.repo";
import type { TestItem, TestRow } from "./test.repo";
import { listTopicNodes } from "./topic-nodes.repo";

/** What is believed after the answers so far; practice before the test counts as evidence with its own uncertainty. */
export function beliefAfter(nodes: readonly TopicNode[], base: TestRow["base"], answered: readonly TestItem[]): AbilityBelief {
  let belief = priorBelief(nodes);
  for (const [topic, { rating, answers }] of Object.entries(base))
    if (answers > 0) belief = observeRating(belief, { topic, rating, error: masteryUncertainty(answers) });
  for (const { topic, guess, answer } of answered)
    if (answer) belief = observeAnswer(belief, { topic, guess, score: answer.score, difficulty: answer.difficulty });
  return belief;
}

/** Questions that the learner has not met come first: one that was met tests memory of it. */
export async function nextOfPlacement(
  connection: Connection,
  test: TestRow,
  answered: readonly TestItem[],
  candidates: readonly Candidate[],
  random: Random,
): Promise<Candidate | null> {
  const nodes = await listTopicNodes(connection);
  const fresh = new Set(candidates.filter(({ met }) => !met).map(({ topic }) => topic));
  const askable = candidates.filter(({ topic, met }) => !met || !fresh.has(topic));
  return nextPlacementItem(beliefAfter(nodes, test.base, answered), askable, { asked: answered.map(({ kind }) => kind), random });
}
