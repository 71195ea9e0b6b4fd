/** The memory of one question between and after answers, in closed form; stabilities in days, recall 0 to 1. */
export interface MemoryModel {
  /** Chance of recall after `days` without a review. */
  recall(days: number, stability: number): number;
  /** A recall of `r` as it would be with every stability times `factor`. */
  rescaled(r: number, factor: number): number;
  /** Days after which recall has fallen to `share`. */
  daysUntil(share: number, stability: number): number;
  firstStability(rating: 1 | 2 | 3 | 4): number;
  firstDifficulty(rating: 1 | 2 | 3 | 4): number;
  /** Stability after remembering, with a recall of `r` at that moment; `factor` is 1 for Good. */
  afterRecall(stability: number, difficulty: number, r: number, factor?: number): number;
  afterLapse(stability: number, difficulty: number, r: number): number;
  nextDifficulty(difficulty: number, rating: 1 | 2 | 3 | 4): number;
  /** Stability after another answer on the same day. */
  sameDay(stability: number, rating: 1 | 2 | 3 | 4): number;
  /**
   * How much recall a day of waiting costs now: -dR/dt = -DECAY FACTOR / S (1 + FACTOR t / S)^(DECAY - 1), the slope of the
   * forgetting curve, in shares a day. Steep just after the due date of a weak memory; nearly flat once it is gone.
   */
  lossPerDay(days: number, stability: number): number;
}

const smallest = 0.001;
const longest = 36_500;
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/**
 * FSRS-6 as bare arithmetic: a plan weighs a million answers, a forecast of load some ten thousand. Formulas:
 * github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm ("FSRS-6"); a test holds them equal to ts-fsrs.
 * @param w the 21 weights
 */
export function memoryModel(w: readonly number[]): MemoryModel {
  const at = (index: number) => w[index] as number;
  const decay = -at(20);
  const factor = Math.pow(0.9, 1 / decay) - 1;
  const growth = Math.exp(at(8));
  const lapseCap = Math.exp(-at(17) * at(18));
  const sameDayGrowth = [1, 2, 3, 4].map((rating) => Math.exp(at(17) * (rating - 3 + at(18))));
  const easyStart = at(4) - Math.exp(3 * at(5)) + 1;
  return {
    recall: (days, stability) => Math.pow(1 + (factor * days) / stability, decay),
    rescaled: (r, times) => Math.pow(1 + (Math.pow(r, 1 / decay) - 1) / times, decay),
    daysUntil: (share, stability) => ((Math.pow(share, 1 / decay) - 1) / factor) * stability,
    firstStability: (rating) => Math.max(at(rating - 1), 0.1),
    firstDifficulty: (rating) => clamp(at(4) - Math.exp((rating - 1) * at(5)) + 1, 1, 10),
    afterRecall: (stability, difficulty, r, bonus = 1) =>
      clamp(
        stability *
          (1 + growth * (11 - difficulty) * Math.pow(stability, -at(9)) * (Math.exp((1 - r) * at(10)) - 1) * bonus),
        smallest,
        longest,
      ),
    afterLapse: (stability, difficulty, r) =>
      clamp(
        Math.min(
          stability * lapseCap,
          at(11) * Math.pow(difficulty, -at(12)) * (Math.pow(stability + 1, at(13)) - 1) * Math.exp((1 - r) * at(14)),
        ),
        smallest,
        longest,
      ),
    nextDifficulty: (difficulty, rating) => {
      const moved = difficulty - (at(6) * (rating - 3) * (10 - difficulty)) / 9;
      return clamp(at(7) * easyStart + (1 - at(7)) * moved, 1, 10);
    },
    sameDay: (stability, rating) => {
      const increase = (sameDayGrowth[rating - 1] as number) * Math.pow(stability, -at(19));
      return clamp(stability * (rating >= 3 ? Math.max(1, increase) : increase), smallest, longest);
    },
    lossPerDay: (days, stability) =>
      stability > 0 ? ((-decay * factor) / stability) * Math.pow(1 + (factor * days) / stability, decay - 1) : 0,
  };
}
