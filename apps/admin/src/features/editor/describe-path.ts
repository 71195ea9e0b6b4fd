import type { Messages } from "@tidao/i18n";
import { formatMessage } from "@tidao/i18n/icu";
import type { Locale } from "@tidao/kernel";
import { type Json, type Path, readAt } from "./spec-path";

export interface PlaceWords {
  fields: Messages["admin"]["fields"];
  parts: Messages["admin"]["parts"];
  languages: Readonly<Record<Locale, string>>;
}

/** A place as an editor calls it: ["interaction", "choices", 1, "why", "zh"] is "Choice b · Why · Chinese". */
export function describePath(path: Path, spec: Json | undefined, words: PlaceWords, locale: Locale): string {
  const { fields, parts, languages } = words;
  const part = (list: string, id: string) =>
    formatMessage(locale, (parts as Record<string, string>)[list] ?? "{id}", { id });
  const said: string[] = [];
  for (const [at, step] of path.entries()) {
    const before = path[at - 1];
    const name = String(step);
    if (typeof step === "number") {
      // the list itself was said before its entry was known: the entry says both
      if (said.at(-1) === fieldName(fields, String(before))) said.pop();
      said.push(part(String(before), partName(readAt(spec, path.slice(0, at + 1)), String(before), step)));
    } else if (before === "parameters" || before === "derived") {
      said.pop();
      said.push(part(before, name));
    } else if (step === "zh" || step === "en") said.push(languages[step]);
    else if (!isSilent(step, path.length - 1 === at)) said.push(fieldName(fields, name));
  }
  return said.join(" · ");
}

const fieldName = (fields: PlaceWords["fields"], name: string): string =>
  (fields as Record<string, string>)[name] ?? name;
/** What every place of a kind has in common is worth a word only when there is no other. */
const isSilent = (step: string, isLast: boolean) => (step === "interaction" || step === "variant") && !isLast;

function partName(value: Json | undefined, list: string, index: number): string {
  const id = readAt(value, ["id"]);
  if (typeof id === "string" && id) return id;
  return list === "sources" && typeof value === "string" ? value : String(index + 1);
}
