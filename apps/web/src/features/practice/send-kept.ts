import { apiProblem, type ApiProblem } from "@tidao/next-kit/trpc";
import { api } from "../../api";
import type { DraftStore } from "../../kept-draft";
import { dropAnswer, isFinal, isInHand, type KeptAnswer, listKept } from "./kept-answers";
import type { Submission } from "./practice-state";

export interface SentAnswers {
  sent: Submission[];
  refused: ApiProblem[];
  /** How many are still here. */
  left: number;
}
type Submit = (answer: KeptAnswer) => Promise<Submission>;
const submitAnswer: Submit = (answer) => api.practice.submitAnswer.mutate(answer);

let underWay: Promise<unknown> = Promise.resolve();

/**
 * Sends what is kept, one after another in the order of the presses; stops where no answer comes. A page that opens while the
 * connection comes back asks for it twice: the second time waits, and sends what the first has left.
 */
export function sendKept(learnerId: string, submit = submitAnswer, store?: DraftStore): Promise<SentAnswers> {
  const mine = underWay.then(() => sendAll(learnerId, submit, store));
  underWay = mine.catch(() => {});
  return mine;
}

async function sendAll(learnerId: string, submit: Submit, store?: DraftStore): Promise<SentAnswers> {
  const result: SentAnswers = { sent: [], refused: [], left: 0 };
  for (const answer of listKept(learnerId, store)) {
    if (isInHand(answer.submissionKey)) continue;
    try {
      result.sent.push(await submit(answer));
      dropAnswer(learnerId, answer.submissionKey, store);
    } catch (error) {
      const problem = apiProblem(error);
      if (problem.offline || !isFinal(problem.code)) break;
      dropAnswer(learnerId, answer.submissionKey, store);
      result.refused.push(problem);
    }
  }
  result.left = listKept(learnerId, store).length;
  return result;
}
