import { type Random, seededRandom } from "@tidao/kernel";

export type JudgeMode = "A first" | "random order" | "both orders";
export interface JudgeSettings {
  /** True advantage of A in logits. */
  advantage: number;
  /** What standing first adds, in logits. */
  firstSlotBonus: number;
  pairs: number;
  mode: JudgeMode;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** A's win rate under a judge that favours the first slot (position bias: Zheng et al. 2023). */
export function simulateJudge({ advantage, firstSlotBonus, pairs, mode }: JudgeSettings, seed = 31): number {
  const random: Random = seededRandom(seed);
  const aWins = (first: boolean) => (random.next() < sigmoid(advantage + (first ? 1 : -1) * firstSlotBonus) ? 1 : 0);
  let score = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (mode === "A first") score += aWins(true);
    else if (mode === "random order") score += aWins(random.next() < 0.5);
    else score += (aWins(true) + aWins(false)) / 2;
  }
  return score / pairs;
}

export function expectedJudgeWinRate({ advantage, firstSlotBonus, mode }: Omit<JudgeSettings, "pairs">): number {
  const first = sigmoid(advantage + firstSlotBonus);
  return mode === "A first" ? first : (first + sigmoid(advantage - firstSlotBonus)) / 2;
}
