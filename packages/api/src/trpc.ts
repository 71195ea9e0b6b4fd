import { can, type Permission, type UserActor } from "@tidao/access";
import { isDatabaseAway, isTextUnstorable } from "@tidao/auth";
import { DomainError, type ErrorCode, type ErrorParams, isDomainError } from "@tidao/kernel";
import { initTRPC, TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import type { Context } from "./context";
import { errorMap } from "./error-map";

/** What a client learns of a failure: a code it has words for, or the id under which the log knows the fault. */
export type ErrorData = { code: ErrorCode | "UNEXPECTED"; params: ErrorParams; requestId: string; httpStatus: number };

const t = initTRPC
  .context<Context>()
  .meta<{ permission: Permission | "public" }>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => {
      const known = domainErrorOf(error);
      const data: ErrorData = {
        code: known?.code ?? "UNEXPECTED",
        params: known?.params ?? {},
        requestId: ctx?.requestId ?? "",
        httpStatus: shape.data.httpStatus,
      };
      return { code: shape.code, message: data.code, data };
    },
  });

/** The expected failure behind a tRPC error, if there is one. */
export function domainErrorOf(error: TRPCError): DomainError | undefined {
  if (isDomainError(error.cause)) return error.cause;
  if (error.code === "NOT_FOUND") return new DomainError("NOT_FOUND");
  const invalid = error.code === "BAD_REQUEST" && error.cause instanceof ZodError ? error.cause.issues[0] : undefined;
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR" || error.code === "PAYLOAD_TOO_LARGE")
    return unreadable(invalid?.path.join("."));
  return undefined;
}

// a field without a name would be quoted as “”
const unreadable = (field?: string) => new DomainError("INPUT_INVALID", field ? { field } : {});

const translated = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && isDomainError(result.error.cause)) {
    const { cause } = result.error;
    throw new TRPCError({ code: errorMap[cause.code], message: cause.code, cause });
  }
  // a database that restarts is no fault of the caller: the page waits and sends the same thing again
  if (!result.ok && isDatabaseAway(result.error.cause)) {
    const cause = new DomainError("DATABASE_UNAVAILABLE");
    throw new TRPCError({ code: errorMap[cause.code], message: cause.code, cause });
  }
  // U+0000 is the caller's, wherever it was typed or pasted: no fault for the log, nothing to try again
  if (!result.ok && isTextUnstorable(result.error.cause)) {
    const cause = unreadable();
    throw new TRPCError({ code: errorMap[cause.code], message: cause.code, cause });
  }
  return result;
});

/** Anyone, signed in or not. */
export const publicProcedure = translated.meta({ permission: "public" });

/** Signed in, and holding the permission; checked before input is read and before any work. */
export const procedureFor = (permission: Permission) =>
  translated.meta({ permission }).use(({ ctx, next }) => {
    const { actor } = ctx;
    if (actor.kind === "anonymous") throw new TRPCError({ code: "UNAUTHORIZED", cause: new DomainError("SIGN_IN_REQUIRED") });
    if (actor.kind !== "user" || !can(actor, permission))
      throw new TRPCError({ code: "FORBIDDEN", cause: new DomainError("FORBIDDEN") });
    return next({ ctx: { ...ctx, actor: actor satisfies UserActor } });
  });

export const { router, createCallerFactory } = t;
