import { escapeHtml } from "@tidao/kernel";
import { iconHtml } from "@tidao/ui/icon";
import type { Facet } from "./facets";

interface FacetWords {
  any: string;
  /** A value with how many questions it leaves. */
  choice: (value: string, count: string) => string;
}

/** Facets as lists to choose from, where there is no room for a column of links. */
export const FacetSelects = ({ facets, words }: { facets: readonly Facet[]; words: FacetWords }) => (
  <div
    className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:hidden"
    // oxlint-disable-next-line react/no-danger -- selectHtml escapes
    dangerouslySetInnerHTML={{ __html: facets.map((facet) => selectHtml(facet, words)).join("") }}
  />
);

/** A select as `ui/select` draws it. */
export const selectHtml = (
  { name, label, values }: Pick<Facet, "name" | "label" | "values">,
  { any, choice }: FacetWords,
): string =>
  `<div class="field"><label class="field-label" for="choose-${name}">${escapeHtml(label)}</label>` +
  `<span class="select"><select class="input" id="choose-${name}" name="${name}"><option value="">${escapeHtml(any)}</option>` +
  values
    .map(
      ({ value, label: word, count, chosen }) =>
        `<option value="${escapeHtml(value)}"${chosen ? " selected" : ""}>${escapeHtml(choice(word, count))}</option>`,
    )
    .join("") +
  `</select>${iconHtml("chevron-down", 14)}</span></div>`;
