import type { Spec } from "./spec-path";

/** What was written and not saved, kept in this browser until it is. */
export interface LocalCopy {
  spec: Spec;
  /** What it was written on: another's save since then is still noticed. */
  revision: number | null;
  published: string | null;
  at: string;
}
const keyOf = (userId: string, questionId: string) => `tidao.draft.${userId}.${questionId}`;

export function readLocalCopy(userId: string, questionId: string): LocalCopy | null {
  try {
    const text = localStorage.getItem(keyOf(userId, questionId));
    const copy = text === null ? null : (JSON.parse(text) as Partial<LocalCopy>);
    const isWhole = typeof copy?.spec === "object" && copy.spec !== null && typeof copy.at === "string";
    return isWhole ? (copy as LocalCopy) : null;
  } catch {
    // storage that is switched off or garbled is no copy
    return null;
  }
}
export function writeLocalCopy(userId: string, questionId: string, copy: LocalCopy | null): void {
  try {
    if (copy) localStorage.setItem(keyOf(userId, questionId), JSON.stringify(copy));
    else localStorage.removeItem(keyOf(userId, questionId));
  } catch {
    // a full or closed storage: the warning before leaving the page is still there
  }
}
