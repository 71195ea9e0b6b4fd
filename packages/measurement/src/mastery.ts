import { type AnsweredItem, updateRating } from "./elo";
import { sigmoid } from "./logits";

/** New, started, developing, proficient, mastered. */
export type MasteryLevel = 0 | 1 | 2 | 3 | 4;

/**
 * A level needs both: the chance to know an item of difficulty 3 (not to guess it), and answers enough to believe that.
 * From the highest down; the first that holds is the level.
 */
export const masteryLevels = [
  { level: 4, knows: 0.85, answers: 10 },
  { level: 3, knows: 0.7, answers: 6 },
  { level: 2, knows: 0.5, answers: 3 },
  { level: 1, knows: 0, answers: 1 },
] as const;

export function masteryLevel(rating: number, answers: number): MasteryLevel {
  const knows = sigmoid(rating);
  return masteryLevels.find((level) => answers >= level.answers && knows >= level.knows)?.level ?? 0;
}

/**
 * The level after an answer. It rises only in mixed practice, that is when the learner's answer before this one was about
 * something else: knowing which idea a question calls for is part of knowing it, and practice in one block hides whether
 * one does (Rohrer & Taylor 2007, "The shuffling of mathematics problems improves learning", Instructional Science 35).
 * It falls in any practice. "Started" says only that something was answered, so any answer leads there.
 * @param before the level that was held, 0 to 4
 * @param answers including this one
 */
export function nextLevel(
  before: MasteryLevel,
  after: { rating: number; answers: number },
  mixed: boolean,
): MasteryLevel {
  const earned = masteryLevel(after.rating, after.answers);
  const held = Math.max(before, 1) as MasteryLevel;
  if (earned > held) return mixed ? earned : held;
  // what a placement set stands on few answers of the topic's own: only the rating takes it away
  const deserved = Math.max(1, masteryLevel(after.rating, Infinity)) as MasteryLevel;
  return deserved < held ? deserved : held;
}

/** Beyond so many answers nothing is foretold. */
const foreseenAnswers = 40;

/**
 * Answers more until a level is earned if each earns `score`: the expected walk of the rating (`updateRating`). 0 where it is
 * earned, at most 40.
 */
export function answersToLevel(
  level: MasteryLevel,
  from: { rating: number; answers: number },
  each: { score: number } & AnsweredItem,
): number {
  let after = from;
  let more = 0;
  while (more < foreseenAnswers && masteryLevel(after.rating, after.answers) < level) {
    after = updateRating(after, each);
    more++;
  }
  return more;
}

/** Spread of ability among learners before any answer, in logits. */
const priorVariance = 1;
/** What one answer tells, p (1 - p): 0.2 for an item that the learner knows with a chance between 28 and 72 %. */
const information = 0.2;
/** Ability moves, so certainty stops growing. */
const certainAfter = 200;

const variances = [priorVariance];
for (let n = 0; n < certainAfter; n++) {
  const step = 1 / (1 + 0.05 * n);
  // One Elo step shrinks the error of the rating by 1 - U i and adds the noise of one answer, U² i.
  variances.push((1 - step * information) ** 2 * (variances[n] ?? priorVariance) + step ** 2 * information);
}

/**
 * Standard error of a rating after n answers, in logits: the Elo recursion linearised (stochastic approximation, Robbins
 * & Monro 1951). 1 before the first answer, 0.65 after ten, 0.49 after thirty; `mastery.test.ts` checks that
 * intervals made of it hold on simulated learners.
 */
export function masteryUncertainty(answers: number): number {
  return Math.sqrt(variances[Math.min(answers, certainAfter)] ?? priorVariance);
}
