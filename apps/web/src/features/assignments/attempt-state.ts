import type { Answer } from "@tidao/player";

/** One question of an attempt as the learner has it in hand. */
export interface Held {
  answer: Answer | null;
  /** What the server has; null while nothing is stored. */
  stored: Answer | null;
}

/** Something was changed since it was stored. */
export const isUnsaved = ({ answer, stored }: Held): boolean => JSON.stringify(answer) !== JSON.stringify(stored);

/** Numbers (from 1) of the questions without a stored answer. */
export const unanswered = (held: readonly Held[]): number[] =>
  held.flatMap(({ stored }, index) => (stored ? [] : [index + 1]));
