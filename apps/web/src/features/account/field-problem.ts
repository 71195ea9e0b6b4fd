import type { Locale } from "@tidao/kernel";
import { apiProblem } from "@tidao/next-kit/trpc";
import { describeProblem } from "../../problem-text";

/** A failed call in words, and the field that it is about, if it is about one. */
export interface FieldProblem {
  text: string;
  field: "current" | "next" | "email" | null;
}

export function fieldProblem(error: unknown, say: { locale: Locale; offline: string }): FieldProblem {
  const problem = apiProblem(error);
  return { text: describeProblem(problem, say), field: fieldOf(problem.code, problem.params["field"]) };
}

function fieldOf(code: string, field: unknown): FieldProblem["field"] {
  if (code === "CURRENT_PASSWORD_WRONG") return "current";
  if (code === "PASSWORD_TOO_WEAK" || code === "PASSWORD_UNCHANGED") return "next";
  return field === "email" ? "email" : null;
}
