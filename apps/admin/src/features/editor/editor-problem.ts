import type { Messages } from "@tidao/i18n";
import type { Locale } from "@tidao/kernel";
import type { ApiProblem } from "@tidao/next-kit/trpc";
import { describeProblem } from "../../problem-text";

export interface EditorProblem {
  text: string;
  /** The session is over: what was written waits here until somebody has signed in, in another tab. */
  signedOut: boolean;
}

/** Why the text could not be saved or checked, what became of it, and what to do. */
export function editorProblem(
  problem: ApiProblem,
  state: Messages["admin"]["editor"]["state"],
  locale: Locale,
): EditorProblem {
  const signedOut = problem.code === "SIGN_IN_REQUIRED";
  if (signedOut) return { text: state.signedOut, signedOut };
  // fields that are wrong are among the problems; refused as a whole is only what is too much
  if (problem.code === "INPUT_INVALID" && problem.params.field === "spec") return { text: state.tooLong, signedOut };
  return { text: describeProblem(problem, { locale, offline: state.offline }), signedOut };
}

/** Asking again by itself helps against a lost connection or a server that restarts, against nothing else. */
export const isPassing = ({ offline, code }: ApiProblem): boolean =>
  offline || code === "UNEXPECTED" || code === "DATABASE_UNAVAILABLE" || code === "TOO_MANY_REQUESTS";
