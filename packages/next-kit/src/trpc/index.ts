import {
  createTRPCClient,
  httpLink,
  retryLink,
  type TRPCClient,
  type TRPCClientError,
  type TRPCLink,
} from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { noticeSignedOut } from "./notice-signed-out";

const MAX_TRIES = 6;

/** A lost connection or a server that restarts; an answer of the server, even an error, is final. */
function isPassing(error: TRPCClientError<AnyRouter>): boolean {
  const status = (error.data as { httpStatus?: number } | null | undefined)?.httpStatus;
  return status === undefined || status === 502 || status === 503 || status === 504;
}

/** Sent again without harm: reading, and whatever carries the key that makes a repetition the same submission. */
const isRepeatable = (type: string, input: unknown): boolean =>
  type === "query" || (typeof input === "object" && input !== null && "submissionKey" in input);

/** The language of the page, for words that the server chooses, and for whom it was rendered. */
const headers = () => {
  const { lang, dataset } = document.documentElement;
  const { reader } = dataset;
  return { "x-tidao-locale": lang.slice(0, 2), ...(reader && { "x-tidao-reader": reader }) };
};

export const apiLinks = <R extends AnyRouter>(): TRPCLink<R>[] => [
  retryLink<R>({
    retry: ({ op, error, attempts }) => attempts < MAX_TRIES && isRepeatable(op.type, op.input) && isPassing(error),
    // 0.3, 0.6, 1.2, 2.4, 4.8 s, spread so that a class does not come back in one instant
    retryDelayMs: (attempt) => 300 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2),
  }),
  noticeSignedOut<R>(),
  httpLink<AnyRouter>({ url: "/api/trpc", headers }),
];

/** The typed client of an app's router: `export const api = createApiClient<WebRouter>()`, once an app. */
export const createApiClient = <R extends AnyRouter>(): TRPCClient<R> => createTRPCClient<R>({ links: apiLinks<R>() });

export { type ApiProblem, apiProblem } from "./api-problem";
