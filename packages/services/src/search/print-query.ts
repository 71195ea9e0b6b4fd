import type { Locale } from "@tidao/kernel";
import { type FilterName, kindForms, nameForms, placeForms, stateForms } from "./query-words";
import type { SearchQuery } from "./parse-query";

/** A query as a person who reads this language would type it; read again, it is the same query. */
export function printQuery(query: SearchQuery, locale: Locale): string {
  const colon = locale === "zh" ? "：" : ":";
  const written = (name: FilterName, value: string, not: boolean) => `${not ? "-" : ""}${nameForms[name][locale][0]}${value}`;
  return [
    ...query.texts.map(({ text, phrase, not }) => `${not ? "-" : ""}${phrase ? `"${text}"` : text}`),
    ...query.topics.map(({ value, not }) => written("topic", `${colon}${quoted(value.written)}`, not)),
    ...query.places.map(({ value, not }) => written("in", `${colon}${placeForms[value][locale][0]}`, not)),
    ...query.kinds.map(({ value, not }) => written("kind", `${colon}${kindForms[value][locale][0]}`, not)),
    ...query.states.map(({ value, not }) => written("is", `${colon}${stateForms[value][locale][0]}`, not)),
    ...query.difficulties.map(({ value, not }) => written("difficulty", levels(value, colon), not)),
  ].join(" ");
}
const quoted = (value: string) => (/\s/.test(value) ? `"${value}"` : value);
function levels({ from, to }: { from: number; to: number }, colon: string): string {
  if (from > to) return from > 5 ? ">5" : "<1";
  if (from === to) return `${colon}${from}`;
  if (to === 5) return from === 1 ? ">=1" : `>${from - 1}`;
  return from === 1 ? `<${to + 1}` : `${colon}${from}-${to}`;
}
