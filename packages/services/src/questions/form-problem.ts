import type { z } from "zod";

/** What an unfinished form can lack, besides everything that the checks of a finished one find. */
export const formProblemCodes = [
  "form.missing",
  "form.too-few",
  "form.too-many",
  "form.too-low",
  "form.too-high",
  "form.too-long",
  "form.not-a-number",
  "form.name",
  "form.id",
  "form.unknown-field",
  "form.invalid",
] as const;
export type FormProblemCode = (typeof formProblemCodes)[number];

export interface FormProblem {
  path: (string | number)[];
  code: FormProblemCode;
  params: Record<string, string | number>;
}

/** A fault of the schema in the editor's words: which field, and what it wants. */
export function formProblem(issue: z.core.$ZodIssue, spec: unknown): FormProblem {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const found = (code: FormProblemCode, params: FormProblem["params"] = {}): FormProblem => ({ path, code, params });
  if (isEmpty(valueAt(spec, path))) return found("form.missing");
  switch (issue.code) {
    case "too_small": {
      const least = Number(issue.minimum);
      if (issue.origin === "string") return found("form.missing");
      return found(issue.origin === "number" ? "form.too-low" : "form.too-few", {
        least,
        exclusive: issue.inclusive === false ? 1 : 0,
      });
    }
    case "too_big": {
      const most = Number(issue.maximum);
      if (issue.origin === "string") return found("form.too-long", { most });
      return found(issue.origin === "number" ? "form.too-high" : "form.too-many", { most });
    }
    case "invalid_type":
      return found(issue.expected === "number" || issue.expected === "int" ? "form.not-a-number" : "form.invalid");
    case "invalid_format":
      return found("form.id");
    case "invalid_key":
      return found("form.name", { name: String(path.at(-1) ?? "") });
    case "unrecognized_keys":
      return found("form.unknown-field", { field: issue.keys.join(", ") });
    default:
      return found("form.invalid");
  }
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");
const valueAt = (spec: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (node, step) => (typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined),
    spec,
  );
