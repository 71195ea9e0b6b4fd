import type { Answer, Confidence } from "@tidao/player";
import type { ApiData } from "../../api-data";

export type Next = ApiData["practice"]["getNextQuestion"];
export type Question = NonNullable<Next["question"]>;
export type Submission = ApiData["practice"]["submitAnswer"];

/** One question in hand, from its first sight to its feedback. */
export interface Round {
  question: Question;
  reason: Next["reason"];
  answer: Answer | null;
  confidence: Confidence | null;
  hints: string[];
  submission: Submission | null;
}
/** A session: what has been answered, and what is in hand. */
export interface Session {
  round: Round | null;
  answered: { questionId: string; right: boolean }[];
  seen: number;
  total: number;
}

export type Action =
  | { type: "shown"; next: Next; empty: (question: Question) => Answer | null }
  | { type: "changed"; answer: Answer }
  | { type: "sure"; confidence: Confidence }
  | { type: "hinted"; html: string }
  | { type: "graded"; submission: Submission; answer: Answer }
  | { type: "settled"; submission: Submission };

/** Feedback closes the answer: what comes after it changes nothing that was handed in. */
export function practise(session: Session, action: Action): Session {
  const { round } = session;
  if (action.type === "shown") {
    const { question, reason, seen, total } = action.next;
    const fresh = question && {
      question,
      reason,
      answer: action.empty(question),
      confidence: null,
      hints: [],
      submission: null,
    };
    return { ...session, round: fresh, seen, total };
  }
  if (!round) return session;
  switch (action.type) {
    case "changed":
      return round.submission ? session : { ...session, round: { ...round, answer: action.answer } };
    case "sure":
      return round.submission ? session : { ...session, round: { ...round, confidence: action.confidence } };
    case "hinted":
      return { ...session, round: { ...round, hints: [...round.hints, action.html] } };
    case "graded": {
      const right = action.submission.feedback?.verdict === "right";
      const answered = [...session.answered, { questionId: round.question.questionId, right }];
      return { ...session, answered, round: { ...round, answer: action.answer, submission: action.submission } };
    }
    case "settled": {
      const right = action.submission.feedback?.verdict === "right";
      const answered = session.answered.map((each, index) =>
        index === session.answered.length - 1 ? { ...each, right } : each,
      );
      return { ...session, answered, round: { ...round, submission: action.submission } };
    }
  }
}

/** Not to be asked again in this session; the server takes fifty. */
export const alreadyAsked = (session: Session): string[] =>
  [...new Set(session.answered.map((each) => each.questionId))].slice(-50);
