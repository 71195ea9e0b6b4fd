import { escapeHtml } from "@tidao/kernel";
import { Select } from "@tidao/ui/select";
import type { Facet } from "./facets";

/** Facets as lists to choose from. */
export const FacetSelects = ({ facets, any }: { facets: readonly Facet[]; any: string }) =>
  facets.map((facet) => (
    <Select
      key={facet.name}
      label={facet.label}
      name={facet.name}
      // oxlint-disable-next-line react/no-danger -- optionsHtml escapes
      dangerouslySetInnerHTML={{ __html: optionsHtml(facet, any) }}
    />
  ));

export const optionsHtml = ({ values }: Pick<Facet, "values">, any: string): string =>
  [
    `<option value="">${escapeHtml(any)}</option>`,
    ...values.map(
      ({ value, label, count, chosen }) =>
        `<option value="${escapeHtml(value)}"${chosen ? " selected" : ""}>${escapeHtml(`${label} (${count})`)}</option>`,
    ),
  ].join("");
