import type { ApiProblem } from "@tidao/next-kit/trpc";
import type { Answer, ShownQuestion } from "@tidao/player";
import { emptyAnswer, isAnswered } from "@tidao/player/answer-state";

/** One question of an attempt as the learner has it in hand. */
export interface Held {
  answer: Answer | null;
  /** What the server has; null while nothing is stored. */
  stored: Answer | null;
  /** The learner has changed something since it was stored: an ordering that nobody moved is not an answer. */
  touched: boolean;
}

export const holdAnswer = (question: ShownQuestion, stored: Answer | null): Held => ({
  answer: stored ?? emptyAnswer(question),
  stored,
  touched: false,
});
export const changeAnswer = (held: Held, answer: Answer): Held => ({ ...held, answer, touched: true });
/** @param from what the learner had in hand when `stored` went off: what was typed since is still to be stored */
export const storeAnswer = (held: Held, stored: Answer, from: Answer | null): Held => ({
  ...held,
  stored,
  touched: held.answer !== from,
});

const isBlank = (answer: Answer | null) => answer === null || answer.kind === "blank";

/**
 * What has to go to the server now, or null. Leaving a question stores only what was changed; pressing "store" takes an
 * ordering as it stands. An answer that was taken away again becomes a blank one, since the newest counts.
 */
export function answerToStore(
  question: ShownQuestion,
  { answer, stored, touched }: Held,
  pressed: boolean,
): Answer | null {
  if (!touched && !(pressed && stored === null)) return null;
  if (answer && isAnswered(question, answer)) return JSON.stringify(answer) === JSON.stringify(stored) ? null : answer;
  return isBlank(stored) ? null : { kind: "blank" };
}

/** Numbers (from 1) of the questions without a stored answer. */
export const unanswered = (held: readonly Held[]): number[] =>
  held.flatMap(({ stored }, index) => (isBlank(stored) ? [index + 1] : []));
export const isStored = ({ stored }: Held): boolean => !isBlank(stored);

const overCodes: readonly ApiProblem["code"][] = [
  "ATTEMPT_FINISHED",
  "ASSIGNMENT_CLOSED",
  "ASSIGNMENT_NOT_OPEN",
  "ATTEMPTS_USED_UP",
];
/** Whether what was refused is refused for good: handed in elsewhere, closed earlier than the page knew. */
export const endsAttempt = ({ code }: ApiProblem): boolean => overCodes.includes(code);
