import type { KindGrader } from "./kind-grader";
import type { Interaction, QuestionKind } from "./spec";
import { cloze } from "./types/cloze/grade";
import { findError } from "./types/find-error/grade";
import { matching } from "./types/matching/grade";
import { multipleChoice } from "./types/multiple-choice/grade";
import { numeric } from "./types/numeric/grade";
import { ordering } from "./types/ordering/grade";
import { shortAnswer } from "./types/short-answer/grade";
import { singleChoice } from "./types/single-choice/grade";

/** One grader per kind; a new kind does not compile until it has one. */
export const graders: { [K in QuestionKind]: KindGrader<K> } = {
  "single-choice": singleChoice,
  "multiple-choice": multipleChoice,
  numeric,
  ordering,
  matching,
  cloze,
  "find-error": findError,
  "short-answer": shortAnswer,
};

export type InteractionOf<K extends QuestionKind> = Extract<Interaction, { kind: K }>;
