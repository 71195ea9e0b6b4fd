import type { WebRouter } from "@tidao/api/client";
import type { Inputs } from "@tidao/next-kit/caller";
import type { DraftStore } from "../../kept-draft";

/**
 * Answers that were pressed and that no server has acknowledged, on this device, by learner. Each carries the key that
 * makes every later sending the same submission: from here, from another tab, a week later.
 */
export type KeptAnswer = Inputs<WebRouter>["practice"]["submitAnswer"];

const most = 50;
const nameOf = (learnerId: string) => `tidao.answers.${learnerId}`;

// where storage is switched off, reading it throws
const device = (): DraftStore | null => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

export function listKept(learnerId: string, store = device()): KeptAnswer[] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(nameOf(learnerId)) ?? "[]");
    return Array.isArray(kept) ? (kept as KeptAnswer[]) : [];
  } catch {
    return [];
  }
}

/** @returns whether it will outlive the page */
function write(learnerId: string, kept: readonly KeptAnswer[], store: DraftStore | null): boolean {
  if (!store) return false;
  try {
    if (kept.length === 0) store.removeItem(nameOf(learnerId));
    else store.setItem(nameOf(learnerId), JSON.stringify(kept.slice(-most)));
    return true;
  } catch {
    return false;
  }
}

/** Once for each key: what was kept under it before is replaced. @returns whether it will outlive the page */
export const keepAnswer = (learnerId: string, answer: KeptAnswer, store = device()): boolean =>
  write(
    learnerId,
    [...listKept(learnerId, store).filter(({ submissionKey }) => submissionKey !== answer.submissionKey), answer],
    store,
  );

export const dropAnswer = (learnerId: string, submissionKey: string, store = device()): void => {
  const kept = listKept(learnerId, store);
  if (kept.some((each) => each.submissionKey === submissionKey))
    write(
      learnerId,
      kept.filter((each) => each.submissionKey !== submissionKey),
      store,
    );
};

export const dropAllKept = (learnerId: string, store = device()): void => void write(learnerId, [], store);

/** Refusals after which sending the same thing again is no use; all others (signed out, too many) pass. */
const final = new Set([
  "INPUT_INVALID",
  "NOT_FOUND",
  "ANSWER_UNREADABLE",
  "ANSWER_KIND_MISMATCH",
  "SUBMISSION_KEY_REUSED",
  "QUESTION_NOT_PUBLISHED",
  "QUESTION_WITHHELD",
  "VARIANT_UNKNOWN",
]);
export const isFinal = (code: string): boolean => final.has(code);

/** Keys that the page in hand sends itself. */
const inHand = new Set<string>();
export const takeInHand = (submissionKey: string): void => void inHand.add(submissionKey);
export const letGo = (submissionKey: string): void => void inHand.delete(submissionKey);
export const isInHand = (submissionKey: string): boolean => inHand.has(submissionKey);
