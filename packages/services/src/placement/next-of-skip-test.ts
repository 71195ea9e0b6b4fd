import type { Random } from "@tidao/kernel";
import { judgeClaim } from "@tidao/measurement";
import type { Candidate } from "./candidates.repo";
import type { TestItem } from "./test.repo";

/** Whoever skips a topic should know more of it than its easy part. */
export const easiestOfSkipTest = 3;
/** A topic with fewer such questions cannot be skipped with a test. */
export const fewestForSkipTest = 5;

export const isForSkipTest = ({ authored }: Pick<Candidate, "authored">): boolean => authored >= easiestOfSkipTest;

/** How the answers so far judge the claim to know the topic. */
export const judgeAnswers = (answered: readonly TestItem[]) =>
  judgeClaim(answered.flatMap(({ answer, guess }) => (answer ? [{ score: answer.score, difficulty: answer.difficulty, guess }] : [])));

/**
 * The next question of a test on one topic, or null when it is decided: of the objective asked about least, not met
 * before, hard to guess; what is still equal is left to chance.
 */
export function nextOfSkipTest(answered: readonly TestItem[], candidates: readonly Candidate[], random: Random): Candidate | null {
  if (judgeAnswers(answered).verdict !== "undecided") return null;
  const asked = new Map<string, number>();
  for (const { objective } of answered) asked.set(objective, (asked.get(objective) ?? 0) + 1);
  const cost = (c: Candidate) => [asked.get(c.objective) ?? 0, c.met ? 1 : 0, Math.ceil(c.guess * 10)];
  return (
    random
      .shuffle(candidates.filter(isForSkipTest))
      .toSorted((a, b) => {
        const [left, right] = [cost(a), cost(b)];
        return left.map((value, index) => value - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
      })[0] ?? null
  );
}
