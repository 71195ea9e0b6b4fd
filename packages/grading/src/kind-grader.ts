import type { GradeResult, PartFeedback, Unreadable } from "./grade-result";
import type { Problem } from "./problem";
import type { Answer, Interaction } from "./spec";

export interface DistractorAnswer {
  label: string;
  answer: Answer;
  misconception?: string;
}

/** What each kind of question brings: the dispatcher holds one of these per kind. */
export interface KindGrader<K extends Interaction["kind"]> {
  /** `null` stands for "I don't know". */
  grade(spec: Extract<Interaction, { kind: K }>, answer: Extract<Answer, { kind: K }> | null): GradeResult | Unreadable;
  /** The answer that earns everything. */
  key(spec: Extract<Interaction, { kind: K }>): Answer;
  /** Wrong answers that the author wrote down or computed; none may earn everything. */
  distractors(spec: Extract<Interaction, { kind: K }>): DistractorAnswer[];
  /** Faults that can be seen without drawing a variant; paths start inside the interaction. */
  check(spec: Extract<Interaction, { kind: K }>): Problem[];
}

export function gradeResult(
  points: number,
  parts: PartFeedback[],
  misconceptions: (string | undefined)[],
): GradeResult {
  const verdict = points >= 1 ? "right" : points > 0 ? "partial" : "wrong";
  const named = misconceptions.filter((id) => id !== undefined);
  return { verdict, points, parts, misconceptions: [...new Set(named)] };
}
export const unknownPart: Unreadable = { unreadable: "unknown-part" };
