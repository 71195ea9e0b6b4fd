import type { Instrumentation } from "next";
import { requestStorage } from "../request-scope";

/** A page that failed: the log gets the request's id beside the digest, which is the number that the reader sees. */
export const onRequestError: Instrumentation.onRequestError = (error, _request, context) => {
  const digest = (error as { digest?: string }).digest;
  requestStorage.getStore()?.report(error, { digest, route: context.routePath, kind: context.routeType });
};
