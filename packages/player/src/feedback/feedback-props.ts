import type { PlayerLabels } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import type { Answer, AnswerOf, Feedback, QuestionKind, ShownOf } from "../question-props";

export interface ExplanationProps<K extends QuestionKind> {
  question: ShownOf<K>;
  /** Null where nothing was answered. */
  answer: AnswerOf<K> | null;
  feedback: Feedback;
  labels: PlayerLabels;
  locale: Locale;
}

export const isAnswerOf = <K extends QuestionKind>(kind: K, answer: Answer | null): answer is AnswerOf<K> =>
  answer?.kind === kind;
