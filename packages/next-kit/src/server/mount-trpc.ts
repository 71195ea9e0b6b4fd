import type { RequestListener } from "node:http";
import { createContext, domainErrorOf } from "@tidao/api/server";
import type { AnyRouter } from "@trpc/server";
import { createHTTPHandler } from "@trpc/server/adapters/standalone";
import { requestScope } from "../request-scope";
import { MAX_BODY_BYTES } from "./admit";

/** The app's router under /api/trpc/. */
export function mountTrpc(router: AnyRouter): RequestListener {
  return createHTTPHandler({
    router,
    basePath: "/api/trpc/",
    maxBodySize: MAX_BODY_BYTES,
    createContext: async () => {
      const scope = requestScope();
      return createContext({ actor: await scope.actor(), requestId: scope.id, peer: scope.peer, locale: scope.locale });
    },
    responseMeta: ({ errors }) => {
      const wait = errors.map((error) => domainErrorOf(error)?.params.seconds).find((s) => s !== undefined);
      return wait === undefined ? {} : { headers: { "retry-after": String(wait) } };
    },
    onError: ({ error, path }) => {
      // what a user can cause is no fault of ours and is not worth a stack trace
      if (!domainErrorOf(error)) requestScope().report(error.cause ?? error, { procedure: path });
    },
  });
}
