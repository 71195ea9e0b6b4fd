/** Every failure that a user can cause. `i18n` has a sentence in both languages for each; `api` maps each to HTTP. */
export const errorCodes = [
  "NOT_FOUND",
  "FORBIDDEN",
  "SIGN_IN_REQUIRED",
  "INPUT_INVALID",
  "CROSS_ORIGIN",
  "TOO_MANY_REQUESTS",
  "EMAIL_TAKEN",
  "PASSWORD_TOO_WEAK",
  "PASSWORD_UNCHANGED",
  "CREDENTIALS_WRONG",
  "CURRENT_PASSWORD_WRONG",
  "LINK_INVALID",
  "ACCOUNT_SUSPENDED",
  "ANSWER_UNREADABLE",
  "ANSWER_KIND_MISMATCH",
  "SUBMISSION_KEY_REUSED",
  "QUESTION_NOT_PUBLISHED",
  "QUESTION_WITHHELD",
  "QUESTION_HAS_PROBLEMS",
  "DRAFT_CHANGED_MEANWHILE",
  "QUESTION_IN_USE",
  "VARIANT_UNKNOWN",
  "JOIN_CODE_UNKNOWN",
  "JOIN_CLASS_ARCHIVED",
  "CLASS_ARCHIVED",
  "SET_EMPTY",
  "ASSIGNED_BEFORE",
  "ASSIGNMENT_NOT_OPEN",
  "ASSIGNMENT_CLOSED",
  "ASSIGNMENT_EMPTY",
  "ATTEMPTS_USED_UP",
  "ATTEMPT_FINISHED",
  "DUE_BEFORE_OPEN",
  "EXTENSION_EMPTY",
  "PLAN_DATE_UNFIT",
  "PLAN_WITHOUT_TOPIC",
  "LAST_ADMIN",
  "CANNOT_CHANGE_SELF",
  "CLASSES_OWNED",
  "HANDOVER_UNKNOWN",
  "KEPT_TOO_MANY",
  "REPORT_RESOLVED",
  "TEST_NOT_POSSIBLE",
  "TEST_TOO_SOON",
  "DATABASE_UNAVAILABLE",
] as const;
export type ErrorCode = (typeof errorCodes)[number];
export type ErrorParams = Readonly<Record<string, string | number>>;

/** An expected failure: a code and its parameters, never prose. Anything else that is thrown is a bug (500). */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

/** True also for an error made by another copy of this module (the server bundle and the launcher load their own). */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && "code" in error && "params" in error;
}
