import type { GradeResult, Unreadable } from "./grade-result";
import { graders, type InteractionOf } from "./graders";
import type { DistractorAnswer } from "./kind-grader";
import type { Answer, QuestionKind, QuestionSpec } from "./spec";
import { settleTicks } from "./types/short-answer/grade";

/** Grades one answer to an instantiated question. An answer that cannot be read is sent back, never marked wrong. */
export function gradeAnswer({ interaction }: QuestionSpec, answer: Answer): GradeResult | Unreadable {
  if (answer.kind !== "blank" && answer.kind !== interaction.kind) return { unreadable: "kind" };
  return gradeKind(interaction.kind, interaction, answer);
}
function gradeKind<K extends QuestionKind>(kind: K, interaction: InteractionOf<K>, answer: Answer) {
  return graders[kind].grade(interaction, answer.kind === "blank" ? null : (answer as Extract<Answer, { kind: K }>));
}

/** The answer that earns full marks; for a short answer the first phrase of each key point. */
export const keyAnswer = ({ interaction }: QuestionSpec): Answer => keyOf(interaction.kind, interaction);
const keyOf = <K extends QuestionKind>(kind: K, interaction: InteractionOf<K>) => graders[kind].key(interaction);

/** Every wrong answer that the author wrote down or computed. */
export const distractorAnswers = ({ interaction }: QuestionSpec): DistractorAnswer[] =>
  distractorsOf(interaction.kind, interaction);
const distractorsOf = <K extends QuestionKind>(kind: K, interaction: InteractionOf<K>) =>
  graders[kind].distractors(interaction);

/** A short answer again, with the key points that the learner ticked as said: a final verdict. */
export function gradeTicks(
  { interaction }: QuestionSpec,
  answer: Answer,
  tickedIds: readonly string[],
): GradeResult | Unreadable {
  if (interaction.kind !== "short-answer") return { unreadable: "kind" };
  if (answer.kind !== "short-answer" && answer.kind !== "blank") return { unreadable: "kind" };
  return settleTicks(interaction, answer.kind === "blank" ? null : answer, tickedIds);
}

/** Each hint taken costs a fifth of what the answer earned; five or more leave nothing. */
export const chargeHints = (points: number, hintsUsed: number): number =>
  hintsUsed <= 0 ? points : (points * Math.max(0, 5 - hintsUsed)) / 5;

export const isUnreadable = (result: GradeResult | Unreadable): result is Unreadable => "unreadable" in result;
