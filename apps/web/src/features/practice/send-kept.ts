import { apiProblem, type ApiProblem } from "@tidao/next-kit/trpc";
import { api } from "../../api";
import { dropAnswer, isFinal, isInHand, listKept } from "./kept-answers";
import type { Submission } from "./practice-state";

export interface SentAnswers {
  sent: Submission[];
  refused: ApiProblem[];
  /** How many are still here. */
  left: number;
}

/** Sends what is kept, one after another in the order of the presses; stops where no answer comes. */
export async function sendKept(learnerId: string): Promise<SentAnswers> {
  const result: SentAnswers = { sent: [], refused: [], left: 0 };
  for (const answer of listKept(learnerId)) {
    if (isInHand(answer.submissionKey)) continue;
    try {
      result.sent.push(await api.practice.submitAnswer.mutate(answer));
      dropAnswer(learnerId, answer.submissionKey);
    } catch (error) {
      const problem = apiProblem(error);
      if (problem.offline || !isFinal(problem.code)) break;
      dropAnswer(learnerId, answer.submissionKey);
      result.refused.push(problem);
    }
  }
  result.left = listKept(learnerId).length;
  return result;
}
