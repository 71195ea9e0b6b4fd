import type { TRPCLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { observable } from "@trpc/server/observable";
import { signedOutEvent } from "../leaving";
import { apiProblem } from "./api-problem";

/** Tells the page that its session is over, whichever of its calls found out: the failure goes its way all the same. */
export const noticeSignedOut =
  <R extends AnyRouter>(): TRPCLink<R> =>
  () =>
  ({ op, next }) =>
    observable((observer) =>
      next(op).subscribe({
        next: (value) => observer.next(value),
        error: (error) => {
          if (apiProblem(error).code === "SIGN_IN_REQUIRED") window.dispatchEvent(new Event(signedOutEvent));
          observer.error(error);
        },
        complete: () => observer.complete(),
      }),
    );
