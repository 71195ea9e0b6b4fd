import { questionKinds } from "@tidao/grading/spec";
import type { z } from "zod";
import type { Place } from "../course";
import type { Problem } from "../problem";

type Issue = z.core.$ZodIssue;

/** A schema's complaint in the words of someone who edits the file. */
export function schemaProblem(issue: Issue, place: Place, value: unknown): Problem {
  const path = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const field = path.length > 0 ? path.join(".") : "the file";
  const given = path.reduce<unknown>(
    (node, step) => (typeof node === "object" && node !== null ? Reflect.get(node, step) : undefined),
    value,
  );
  return { file: place.file, line: place.lineOf(lineage(issue, path)), ...words(issue, field, given) };
}

/** An unknown field is reported at its own line, anything else at the field that the issue names. */
const lineage = (issue: Issue, path: (string | number)[]) =>
  issue.code === "unrecognized_keys" && issue.keys[0] !== undefined ? [...path, issue.keys[0]] : path;

function words(issue: Issue, field: string, given: unknown): Pick<Problem, "what" | "mend"> {
  const last = field.split(".").at(-1);
  if (issue.code === "unrecognized_keys") {
    return {
      what: `unknown field ${issue.keys.join(", ")} in ${field}`,
      mend: "remove it, or mind its spelling and indentation",
    };
  }
  if (issue.code === "invalid_union" && last === "kind") {
    return { what: `unknown kind “${String(given)}”`, mend: `write one of ${questionKinds.join(", ")}` };
  }
  if (given === undefined) {
    const language = last === "zh" ? "the Chinese text" : last === "en" ? "the English text" : null;
    return language
      ? { what: `${language} ${field} is missing`, mend: "write it: every text exists in both languages" }
      : { what: `${field} is missing`, mend: "add it" };
  }
  if (given === null && field === "the file") {
    return { what: "the file is empty", mend: "write it (content new makes one to fill in), or remove it" };
  }
  if (issue.code === "too_big" && issue.origin === "string" && typeof given === "string") {
    return { what: `${field} has ${given.length} characters`, mend: `shorten it to ${String(issue.maximum)} at most` };
  }
  return { what: `${field}: ${issue.message}`, mend: `it is now ${JSON.stringify(given)?.slice(0, 80) ?? "nothing"}` };
}
