import { errorMessage } from "@tidao/i18n/error-message";
import type { Locale } from "@tidao/kernel";
import { type ApiProblem, apiProblem } from "./index";

/** A failed call in words: what happened and what to do. `offline` is the page's sentence for no answer at all. */
export function problemText(error: unknown, say: { locale: Locale; zone?: string; offline: string }): string {
  return describeProblem(apiProblem(error), say);
}

export function describeProblem(
  { code, params, offline: isOffline }: ApiProblem,
  { locale, zone, offline }: { locale: Locale; zone?: string; offline: string },
): string {
  return isOffline ? offline : errorMessage(locale, code, params, zone);
}
