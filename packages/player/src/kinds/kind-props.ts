import type { PlayerLabels } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import type { AnswerOf, FeedbackPart, QuestionKind, ShownOf } from "../question-props";

/** What the input of every kind is given. `graded` is there once feedback is: the input then shows marks and is closed. */
export interface KindProps<K extends QuestionKind> {
  question: ShownOf<K>;
  value: AnswerOf<K> | null;
  onChange: (answer: AnswerOf<K>) => void;
  labels: PlayerLabels;
  locale: Locale;
  graded?: readonly FeedbackPart[];
  /** Closed: nothing can be changed any more. */
  disabled: boolean;
  /** Whether single keys choose. */
  keys: boolean;
}
