import type { ErrorCode, ErrorParams } from "@tidao/kernel";

/** A failure as a page shows it: a code that `errorMessage` of @tidao/i18n has words for, and its parameters. */
export interface ApiProblem {
  code: ErrorCode | "UNEXPECTED";
  params: ErrorParams;
  /** No answer came at all: what was entered is still here and can be sent again. */
  offline: boolean;
}

/** Reads a failed call. Anything that is not an answer of our server counts as a lost connection. */
export function apiProblem(error: unknown): ApiProblem {
  const data = (error as { data?: { code?: ApiProblem["code"]; params?: ErrorParams; requestId?: string } } | null)
    ?.data;
  if (!data?.code) return { code: "UNEXPECTED", params: {}, offline: true };
  const params = data.code === "UNEXPECTED" && data.requestId ? { id: data.requestId } : (data.params ?? {});
  return { code: data.code, params, offline: false };
}
