import type { Answer, QuestionKind } from "@tidao/grading/spec";

/** HTML that the server rendered and sanitised. The only strings that this package gives to `dangerouslySetInnerHTML`. */
export type Html = string;

export interface Part {
  id: string;
  html: Html;
}

interface Shown<K extends QuestionKind> {
  kind: K;
  stem: Html;
  hintsAvailable: number;
}

/** A question as a learner may see it: nothing in this type can hold a key. */
export type ShownQuestion =
  | (Shown<"single-choice"> & { choices: Part[] })
  | (Shown<"multiple-choice"> & { choices: Part[] })
  /** `unit` stands behind the input and is meant when none is typed; `units` are all that are accepted. */
  | (Shown<"numeric"> & { unit?: string; units?: string[] })
  /** In the order in which they are first shown. */
  | (Shown<"ordering"> & { items: Part[] })
  /** The id of a right is what an answer names for the left it belongs to. */
  | (Shown<"matching"> & { lefts: Part[]; rights: Part[] })
  /** Each blank is `<span data-blank="id"></span>` in `passage`; `blanks` are the ids in reading order. */
  | (Shown<"cloze"> & { passage: Html; blanks: string[] })
  /** Each span that can be chosen is `<span data-span="id">words</span>`; `spans` are the ids in reading order. */
  | (Shown<"find-error"> & { passage: Html; spans: string[] })
  | Shown<"short-answer">;

export type ShownOf<K extends QuestionKind> = Extract<ShownQuestion, { kind: K }>;
export type AnswerOf<K extends QuestionKind | "blank"> = Extract<Answer, { kind: K }>;

/** Guessing, unsure, fairly sure, certain. */
export const confidenceLevels = [1, 2, 3, 4] as const;
export type Confidence = (typeof confidenceLevels)[number];

export type Verdict = "right" | "partial" | "wrong" | "pending";

export interface FeedbackPart {
  id: string;
  /** What the learner did with it: chose it, filled it, matched it. */
  chosen: boolean;
  /** Whether that was right (a wrong choice that was left alone is right). */
  right: boolean;
  whyHtml?: Html;
  /** The right value, where there is one to show: a blank's word, a span's correction, a left's partner. */
  keyHtml?: Html;
}

/** What may be shown once an answer is graded and its feedback is open. */
export interface Feedback {
  verdict: Verdict;
  /** After the charge for hints. */
  points: number;
  maxPoints: number;
  /** How points were reached: a key of `player.rules` in the messages, which are named after question kinds. */
  rule: QuestionKind;
  /** Of a number: a share of the right value, or a distance from it. */
  tolerance?: { relative: number } | { absolute: number };
  hintsTaken?: number;
  parts: FeedbackPart[];
  misconceptions: { id: string; beliefHtml: Html; truthHtml: Html }[];
  solutionHtml: Html;
  modelAnswerHtml?: Html;
  keyPoints?: { id: string; html: Html; matched: boolean }[];
  correctAnswer: Answer;
  sources: SourceLink[];
}

export interface SourceLink {
  id: string;
  label: string;
  url?: string;
}

export interface LessonHeading {
  id: string;
  text: string;
  level: 2 | 3;
}
export type { Answer, QuestionKind };
