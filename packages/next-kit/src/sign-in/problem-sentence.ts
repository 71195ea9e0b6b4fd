import { errorMessage } from "@tidao/i18n/error-message";
import { type ErrorCode, errorCodes, type Locale } from "@tidao/kernel";

export interface Problem {
  code: string;
  params: Record<string, string | number>;
}
/** Sentences for what only happens at the door; everything else has its words among the errors. */
export type DoorWords = Readonly<Record<string, string>>;

/** next-auth has codes of its own for what goes wrong between it and a provider; a reader needs one. */
export function problemSentence(locale: Locale, { code, params }: Problem, words: DoorWords): string {
  const own = words[code];
  if (own !== undefined) return own;
  if ((errorCodes as readonly string[]).includes(code)) return errorMessage(locale, code as ErrorCode, params);
  return /^(OAuth|Callback|AccessDenied)/.test(code)
    ? (words["OAUTH_FAILED"] ?? code)
    : errorMessage(locale, "UNEXPECTED");
}
