import { randomUUID } from "node:crypto";
import { type Random, seedFrom, seededRandom } from "@tidao/kernel";
import { expectedScore } from "@tidao/measurement";
import { rateAnswer } from "@tidao/scheduling";
import type { LoggedSubmission } from "../rebuild/replay-log";
import type { Item } from "./population.repo";

export interface MadeUpAnswer extends LoggedSubmission {
  versionId: string;
}

const answersADay = 20;
const dayMs = 86_400_000;
/** Box and Muller 1958. */
const normal = (random: Random) => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
/**
 * The log of somebody who does not exist: twenty answers a day up to `until`, two of five to questions met before, right as
 * often as ability and difficulty say, with confidence that is right more often than not.
 */
export function makeUpLog(name: string, items: readonly Item[], answers: number, until: Date): MadeUpAnswer[] {
  const random = seededRandom(seedFrom(name));
  const ability = normal(random);
  const met: Item[] = [];
  const begin = until.getTime() - Math.ceil(answers / answersADay) * dayMs;
  return Array.from({ length: answers }, (_, index) => {
    const item = met.length > 0 && random.next() < 0.4 ? random.pick(met) : random.pick(items);
    met.push(item);
    const right = random.next() < expectedScore({ rating: ability, ...item });
    const points = right ? 1 : random.next() < 0.2 ? 0.5 : 0;
    const confidence = Math.min(4, Math.max(1, Math.round(2.2 + (right ? 0.7 : 0) + normal(random) * 0.8)));
    const durationMs = Math.round(item.expectedSeconds * 1000 * (0.4 + random.next()));
    const submittedAt = new Date(begin + Math.floor(index / answersADay) * dayMs + (index % answersADay) * 90_000);
    const seq = index * 2 + 1;
    const rating = rateAnswer({ points, hintsUsed: 0, confidence, durationMs, expectedSeconds: item.expectedSeconds });
    const misconceptions = points === 0 ? item.misconceptions.slice(0, 1) : [];
    return {
      ...item, seq, submissionId: randomUUID(), submittedAt, localDate: submittedAt.toISOString().slice(0, 10), durationMs, confidence,
      attemptId: null, position: null,
      gradings: [
        {
          seq: seq + 1, verdict: right ? "right" : points > 0 ? "partial" : "wrong", points, rating, itemDifficulty: item.difficulty,
          misconceptions, prerequisites: item.prerequisites, withheld: false,
        },
      ],
    } as const;
  });
}
