import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import { apiProblem } from "@tidao/next-kit/trpc";
import { describeProblem } from "../../problem-text";

export interface PersonWords {
  words: Messages["admin"]["users"];
  offline: string;
  error: string;
  cancel: string;
  undo: string;
  locale: Locale;
}

/** Why an account could not be changed; the two rules about administrators in the words of this page. */
export function personProblem(failure: unknown, { words, offline, locale }: PersonWords): string {
  const problem = apiProblem(failure);
  if (problem.code === "LAST_ADMIN") return words.lastAdmin;
  if (problem.code === "CANNOT_CHANGE_SELF") return words.self;
  return describeProblem(problem, { locale, offline });
}
