import type { ApiData } from "../../../api-data";

type StoredItem = ApiData["sets"]["getSet"]["items"][number];
export type BankQuestion = ApiData["sets"]["browseBank"]["questions"][number];

export interface DraftItem {
  questionId: string;
  points: number;
  /** The version that it stays on; null takes the one that is newest when an attempt starts. */
  pin: { versionId: string; number: number } | null;
  /** Null for a question that was retired. */
  question: BankQuestion | null;
  newest: { versionId: string; number: number } | null;
}
export type Draft = readonly DraftItem[];

export const maxItems = 100;
export const maxPoints = 100;

export const draftOf = (items: readonly StoredItem[]): Draft =>
  items.map(({ questionId, points, pinned, question, newest }) => ({
    questionId,
    points,
    pin: pinned && question ? { versionId: question.versionId, number: question.versionNumber } : null,
    question,
    newest,
  }));

/** A question comes in at the end, once. */
export function addQuestion(draft: Draft, question: BankQuestion): Draft {
  if (draft.length >= maxItems || draft.some((item) => item.questionId === question.questionId)) return draft;
  const newest = { versionId: question.versionId, number: question.versionNumber };
  return [...draft, { questionId: question.questionId, points: 1, pin: null, question, newest }];
}

/** Back to where it was taken out, as it was. */
export function putBack(draft: Draft, item: DraftItem, position: number): Draft {
  if (draft.some((other) => other.questionId === item.questionId)) return draft;
  return [...draft.slice(0, position), item, ...draft.slice(position)];
}

export const removeQuestion = (draft: Draft, questionId: string): Draft =>
  draft.filter((item) => item.questionId !== questionId);

export function changeItem(
  draft: Draft,
  questionId: string,
  change: Partial<Pick<DraftItem, "points" | "pin">>,
): Draft {
  return draft.map((item) => (item.questionId === questionId ? { ...item, ...change } : item));
}

/** What is saved of a draft; two drafts that say the same are the same. */
export const savedForm = (draft: Draft) =>
  draft.map(({ questionId, points, pin }) => ({
    questionId,
    points,
    pin: pin !== null,
    versionId: pin?.versionId ?? null,
  }));
export const isSame = (a: Draft, b: Draft): boolean => JSON.stringify(savedForm(a)) === JSON.stringify(savedForm(b));

export const totals = (draft: Draft) => ({
  questions: draft.length,
  points: draft.reduce((sum, item) => sum + item.points, 0),
  seconds: draft.reduce((sum, item) => sum + (item.question?.expectedSeconds ?? 0), 0),
});
