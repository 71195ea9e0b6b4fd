import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import type { ApiData } from "../../api-data";
import { pathKey } from "./spec-path";

export type DraftProblem = ApiData["questions"]["previewDraft"]["problems"][number];
type Sentences = Messages["admin"]["draftProblems"];
/** "choice.key-count" of `{ choice: { "key-count" } }`. */
type CodeOf<T> = { [G in keyof T & string]: `${G}.${keyof T[G] & string}` }[keyof T & string];

type Within<Narrow extends Wide, Wide> = Narrow;
/** Complete in both directions, or this does not compile: every code has a sentence, every sentence a code. */
type SaidCode = Within<DraftProblem["code"], CodeOf<Sentences>> & Within<CodeOf<Sentences>, DraftProblem["code"]>;

/** What is wrong and how to mend it. Variants are counted from one, as the preview counts them. */
export function sayProblem(
  { code, params }: DraftProblem & { code: SaidCode },
  words: Pick<Messages["admin"], "draftProblems" | "editor">,
  locale: Locale,
): string {
  const [group = "", name = ""] = code.split(".");
  const groups: Record<string, Record<string, { what: string; mend: string }> | undefined> = words.draftProblems;
  const { what, mend } = groups[group]?.[name] ?? { what: code, mend: "" };
  const shown = typeof params.seed === "number" ? { ...params, seed: params.seed + 1 } : params;
  return formatMessage(locale, words.editor.problems.said, {
    what: formatMessage(locale, what, shown),
    mend: formatMessage(locale, mend, shown),
  });
}

/** A field that waits to be filled in; while one does, nothing else of the question is checked. */
export const isMissing = ({ code }: DraftProblem): boolean => code === "form.missing" || code === "markdown.unwritten";

export function problemsByPlace(problems: readonly DraftProblem[]): ReadonlyMap<string, DraftProblem[]> {
  const places = new Map<string, DraftProblem[]>();
  for (const problem of problems) {
    const key = pathKey(problem.path);
    places.set(key, [...(places.get(key) ?? []), problem]);
  }
  return places;
}
