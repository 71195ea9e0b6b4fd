import "server-only";
import { type ErrorCode, isDomainError } from "@tidao/kernel";
import type { AnyRouter, inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import { forbidden, notFound, redirect } from "next/navigation";
import { requestScope } from "../request-scope";
import { signInPath } from "../session";
import { refusedFields } from "./refused-fields";

type Caller<R extends AnyRouter> = ReturnType<R["createCaller"]>;
export type Outputs<R extends AnyRouter> = inferRouterOutputs<R>;
export type Inputs<R extends AnyRouter> = inferRouterInputs<R>;

/**
 * The app's own procedures for server components: the same permission checks, validation and DTOs as over the wire,
 * without the wire. `const api = await serverCaller<WebRouter>()`.
 */
export const serverCaller = async <R extends AnyRouter>(): Promise<Caller<R>> =>
  (await requestScope().caller()) as Caller<R>;

/** The page's data; what the reader may not see or what does not exist becomes the right screen. */
export async function loaded<T>(data: Promise<T>): Promise<T> {
  try {
    return await data;
  } catch (error) {
    const code = codeOf(error);
    // an address that asks for what cannot be is an address without a page; a page of ours that asks wrongly looks the same
    if (code === "INPUT_INVALID") requestScope().refused(refusedFields(error));
    if (code === "NOT_FOUND" || code === "INPUT_INVALID") notFound();
    if (code === "FORBIDDEN") forbidden();
    if (code === "SIGN_IN_REQUIRED") redirect(signInPath());
    throw error;
  }
}

/** The expected failure inside a caller's error, which was made by another copy of tRPC's classes. */
export function codeOf(error: unknown): ErrorCode | undefined {
  if (isDomainError(error)) return error.code;
  if (!(error instanceof Error)) return undefined;
  if (isDomainError(error.cause)) return error.cause.code;
  // an input that its schema refused, before the procedure ran
  return "code" in error && error.code === "BAD_REQUEST" ? "INPUT_INVALID" : undefined;
}
