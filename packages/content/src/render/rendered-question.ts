import type { QuestionKind } from "@tidao/grading/spec";

export type Html = string;
export interface RenderedPart {
  id: string;
  html: Html;
}
interface Shown<K extends QuestionKind> {
  kind: K;
  stem: Html;
  hintsAvailable: number;
}

/**
 * What may be seen before answering: nothing in this type can hold a key. Parts stand in the author's order and carry the
 * author's ids, both of which tell the key of an ordering or a matching: who sends this to a learner shuffles and renames.
 */
export type ShownQuestion =
  | (Shown<"single-choice"> & { choices: RenderedPart[] })
  | (Shown<"multiple-choice"> & { choices: RenderedPart[] })
  | (Shown<"numeric"> & { unit?: string; units?: string[] })
  | (Shown<"ordering"> & { items: RenderedPart[] })
  | (Shown<"matching"> & { lefts: RenderedPart[]; rights: RenderedPart[] })
  | (Shown<"cloze"> & { passage: Html; blanks: string[] })
  | (Shown<"find-error"> & { passage: Html; spans: string[] })
  | Shown<"short-answer">;

/** What may be seen once the verdict may be. */
export interface RevealedQuestion {
  solution: Html;
  hints: Html[];
  /** By `whyKey` of a line of feedback: a part's id, or `id:n` for the n-th distractor of a blank or of `value`. */
  why: Record<string, Html>;
  /** The right value by part id: a blank's word, an error's correction, a left's partner, `value` of a numeric. */
  keys: Record<string, Html>;
  keyPoints?: RenderedPart[];
  modelAnswer?: Html;
}
export interface RenderedQuestion {
  shown: ShownQuestion;
  revealed: RevealedQuestion;
}
