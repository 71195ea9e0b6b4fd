import type { RequestListener } from "node:http";
import { createContext, domainErrorOf, errorMap } from "@tidao/api/server";
import { isDomainError } from "@tidao/kernel";
import { type AnyRouter, TRPCError } from "@trpc/server";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { requestScope } from "../request-scope";
import { actorOfPage, READER_HEADER } from "./actor-of-page";
import { MAX_BODY_BYTES } from "./admit";

/** The app's router under /api/trpc/. */
export function mountTrpc(router: AnyRouter): RequestListener {
  return createHTTPHandler({
    router,
    basePath: "/api/trpc/",
    maxBodySize: MAX_BODY_BYTES,
    createContext: async ({ req }) => {
      const { id, peer, locale, actor } = requestScope();
      const asking = actorOfPage(await actor().catch(asTrpc), req.headers[READER_HEADER]);
      return createContext({ actor: asking, requestId: id, peer, locale });
    },
    responseMeta: ({ errors }) => {
      const wait = errors.map((error) => domainErrorOf(error)?.params.seconds).find((s) => s !== undefined);
      return wait === undefined ? {} : { headers: { "retry-after": String(wait) } };
    },
    onError: ({ error, path }) => {
      // what a user can cause is no fault of ours and is not worth a stack trace
      if (!domainErrorOf(error) && getHTTPStatusCodeFromError(error) >= 500)
        requestScope().report(error.cause ?? error, { procedure: path });
    },
  });
}

/** Before a procedure begins there is no middleware that would translate: an absent database is 503 here too. */
function asTrpc(error: unknown): never {
  throw isDomainError(error) ? new TRPCError({ code: errorMap[error.code], message: error.code, cause: error }) : error;
}
