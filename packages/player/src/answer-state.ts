import type { PlayerLabels } from "@tidao/i18n";
import type { Answer, ShownQuestion, Verdict } from "./question-props";

/** What a question starts with: nothing chosen; an ordering as it is first shown. */
export function emptyAnswer(question: ShownQuestion): Answer | null {
  switch (question.kind) {
    case "single-choice":
      return null;
    case "multiple-choice":
      return { kind: "multiple-choice", choiceIds: [] };
    case "numeric":
      return { kind: "numeric", text: "" };
    case "ordering":
      return { kind: "ordering", itemIds: question.items.map(({ id }) => id) };
    case "matching":
      return { kind: "matching", matches: {} };
    case "cloze":
      return { kind: "cloze", blanks: {} };
    case "find-error":
      return { kind: "find-error", spanIds: [] };
    case "short-answer":
      return { kind: "short-answer", text: "" };
  }
}

/** How many of the parts that can be answered are: an empty blank or an unmatched left may be handed in, nothing at all may not. */
function answeredParts(question: ShownQuestion, answer: Answer | null): { answered: number; of: number } {
  if (!answer || answer.kind !== question.kind) return { answered: 0, of: 1 };
  switch (answer.kind) {
    case "single-choice":
      return { answered: 1, of: 1 };
    case "multiple-choice":
      return { answered: Math.min(1, answer.choiceIds.length), of: 1 };
    case "find-error":
      return { answered: Math.min(1, answer.spanIds.length), of: 1 };
    case "numeric":
    case "short-answer":
      return { answered: answer.text.trim() ? 1 : 0, of: 1 };
    case "ordering":
      return { answered: answer.itemIds.length, of: question.kind === "ordering" ? question.items.length : 1 };
    case "matching":
      return {
        answered: Object.keys(answer.matches).length,
        of: question.kind === "matching" ? question.lefts.length : 1,
      };
    case "cloze":
      return {
        answered: Object.values(answer.blanks).filter((text) => text.trim()).length,
        of: question.kind === "cloze" ? question.blanks.length : 1,
      };
  }
}

/** "I don't know": said instead of an answer. */
export const isBlank = (answer: Answer | null): boolean => answer === null || answer.kind === "blank";

/** The verdict in words. Who said that they do not know was not wrong. */
export const verdictText = (texts: PlayerLabels["verdicts"], verdict: Verdict, blank: boolean): string =>
  texts[blank && verdict === "wrong" ? "unknown" : verdict];

/** There is something to grade. */
export const isAnswered = (question: ShownQuestion, answer: Answer | null): boolean =>
  answeredParts(question, answer).answered > 0;

/**
 * What a press of the button finds. An ordering that nobody moved, or blanks that nobody filled, may be meant as they stand,
 * or be an Enter too many: the answer is `unmoved` or has parts `open` until the learner has been asked about it.
 */
export function readyToSend(
  question: ShownQuestion,
  answer: Answer | null,
  wasAsked: boolean,
): "ready" | "unmoved" | "open" | "empty" {
  if (!isAnswered(question, answer)) return "empty";
  if (wasAsked) return "ready";
  if (openParts(question, answer) > 0) return "open";
  if (question.kind !== "ordering" || answer?.kind !== "ordering") return "ready";
  return question.items.every(({ id }, index) => answer.itemIds[index] === id) ? "unmoved" : "ready";
}

/** How many of the parts are not answered: blanks, lefts without a partner. */
export function openParts(question: ShownQuestion, answer: Answer | null): number {
  const { answered, of } = answeredParts(question, answer);
  return Math.max(0, of - answered);
}
/** Nothing is left open. */
export const isAnswerComplete = (question: ShownQuestion, answer: Answer | null): boolean =>
  openParts(question, answer) === 0;

export const toggle = (ids: readonly string[], id: string): string[] =>
  ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];

/** The item at `from` comes to stand at `to`; beyond the ends it stays at the end. */
export function moveItem<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  const target = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, target), ...items.slice(from, from + 1), ...rest.slice(target)];
}

/** "12 GiB" is 12 in the field and GiB in the list; what is not one of the units stays in the field as it was typed. */
export function splitQuantity(text: string, units: readonly string[]): { number: string; unit: string | null } {
  const [unit] = units.filter((candidate) => text.endsWith(` ${candidate}`)).toSorted((a, b) => b.length - a.length);
  return unit === undefined ? { number: text, unit: null } : { number: text.slice(0, -unit.length - 1), unit };
}

export const joinQuantity = (number: string, unit: string | null): string =>
  unit === null || number === "" ? number : `${number} ${unit}`;
