import type { Answer, Confidence } from "@tidao/player";
import { isBlank } from "@tidao/player/answer-state";
import type { ApiData } from "../../api-data";

export type Next = ApiData["practice"]["getNextQuestion"];
export type Question = NonNullable<Next["question"]>;
export type Submission = ApiData["practice"]["submitAnswer"];
type Verdict = NonNullable<Submission["feedback"]>["verdict"];

/** One question in hand, from its first sight to its feedback. */
export interface Round {
  question: Question;
  reason: Next["reason"];
  /** The plan's own reason. */
  whyNow?: Next["whyNow"];
  /** Made once for the question: a second press, a retry and a reconnection are the same submission. */
  key: string;
  answer: Answer | null;
  confidence: Confidence | null;
  hints: string[];
  /** On its way to the server: until that answers, nothing of it can be changed, only sent again. */
  sent: Answer | null;
  submission: Submission | null;
}
export interface Answered {
  questionId: string;
  submissionId: string;
  kind: Question["shown"]["kind"];
  stem: string;
  /** Null while an assignment withholds it. */
  verdict: Verdict | null;
  /** "I don't know". */
  blank: boolean;
}
/** A session: what has been answered, and what is in hand. */
export interface Session {
  round: Round | null;
  answered: Answered[];
  seen: number;
  total: number;
  /** How many there were before the first answer. */
  outset: number;
  due: number;
  /** The day of reviews; null in other practice. */
  day: Next["day"];
  /** The learner ended it; there may be more. */
  finished: boolean;
}
export const newSession: Session = {
  round: null,
  answered: [],
  seen: 0,
  total: 0,
  outset: 0,
  due: 0,
  day: null,
  finished: false,
};

export type Action =
  | { type: "shown"; next: Next; key: string; empty: (question: Question) => Answer | null; another?: boolean }
  | { type: "restored"; draft: Pick<Round, "key" | "answer" | "confidence" | "hints"> }
  | { type: "changed"; answer: Answer }
  | { type: "sure"; confidence: Confidence }
  | { type: "hinted"; html: string }
  | { type: "sent"; answer: Answer }
  | { type: "refused" }
  | { type: "graded"; submission: Submission }
  | { type: "settled"; submission: Submission }
  | { type: "finished" }
  | { type: "recalled"; sitting: Omit<Session, "round"> };

/** What is handed in is closed, from the press on: what comes after it changes nothing of it. */
export function practise(session: Session, action: Action): Session {
  if (action.type === "shown") return shown(session, action);
  const { round } = session;
  if (action.type === "recalled") return { ...action.sitting, round: null };
  if (action.type === "finished") return { ...session, round: null, finished: true };
  if (!round) return session;
  const become = (part: Partial<Round>): Session => ({ ...session, round: { ...round, ...part } });
  const open = round.sent === null && round.submission === null;
  switch (action.type) {
    case "restored":
      return open ? become({ ...action.draft, hints: action.draft.hints ?? [] }) : session;
    case "changed":
      return open ? become({ answer: action.answer }) : session;
    case "sure":
      return open ? become({ confidence: action.confidence }) : session;
    case "hinted":
      return become({ hints: [...round.hints, action.html] });
    case "sent":
      return open ? become({ sent: action.answer }) : session;
    case "refused":
      return become({ sent: null });
    case "graded": {
      if (round.submission) return session;
      const { submission } = action;
      const { questionId, shown } = round.question;
      const { submissionId, feedback } = submission;
      const answer = round.sent ?? round.answer;
      const answered = {
        questionId,
        submissionId,
        kind: shown.kind,
        stem: shown.stem,
        verdict: feedback?.verdict ?? null,
        blank: isBlank(answer),
      };
      return {
        ...session,
        answered: [...session.answered, answered],
        round: { ...round, answer, sent: null, submission },
      };
    }
    case "settled": {
      const verdict = action.submission.feedback?.verdict ?? null;
      const answered = session.answered.map((each) =>
        each.submissionId === action.submission.submissionId ? { ...each, verdict } : each,
      );
      return { ...session, answered, round: { ...round, submission: action.submission } };
    }
  }
}

/** Another like the last one stands outside of what the session goes through: its count stays. */
function shown(session: Session, { next, key, empty, another }: Extract<Action, { type: "shown" }>): Session {
  const { question } = next;
  const { seen, total, due, day } = another ? session : next;
  const { reason, whyNow } = another ? { reason: null, whyNow: null } : next;
  const round = question && {
    question,
    reason,
    whyNow,
    key,
    answer: empty(question),
    confidence: null,
    hints: [],
    sent: null,
    submission: null,
  };
  const outset = session.answered.length === 0 ? total : session.outset;
  return { ...session, round, seen, total, outset, due, day, finished: false };
}

/** Not to be asked again in this session; the server takes fifty. */
export const alreadyAsked = ({ answered }: Pick<Session, "answered">): string[] =>
  [...new Set(answered.map((each) => each.questionId))].slice(-50);

/** How far a sitting of reviews is. Every one of them was seen before, and what was forgotten comes back: only this sitting counts. */
export function sittingOf({ answered, due, round }: Session): { seen: number; total: number } {
  const left = Math.max(0, due - (round?.submission ? 1 : 0));
  return { seen: answered.length, total: answered.length + left };
}

/** How much has been seen, or of the plan's list done, with the question in hand once it is answered: it was counted before. */
export function seenOf({ seen, total, round }: Session): { seen: number; total: number } {
  const counts = round?.submission && (round.whyNow || round.reason === "new");
  return { seen: counts ? Math.min(total, seen + 1) : seen, total };
}

/**
 * How far one is through a list or a search. What it holds was mostly seen before, and what is answered right may leave it
 * ("all that I got wrong"): what there was before the first answer is what there is to do.
 */
export function throughOf({ answered, outset }: Session): { seen: number; total: number } {
  const seen = new Set(answered.map(({ questionId }) => questionId)).size;
  return { seen, total: Math.max(seen, outset) };
}

/** Whether a question is left that was not known when it came last: it comes back within minutes. */
export const isSomethingForgotten = ({ answered }: Session): boolean =>
  [...new Map(answered.map(({ questionId, verdict }) => [questionId, verdict])).values()].includes("wrong");
