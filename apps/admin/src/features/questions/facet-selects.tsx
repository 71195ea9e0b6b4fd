"use client";
import { Select } from "@tidao/ui/select";
import { useFacets } from "./facet-values";

/** Facets as lists; a client component for the same reason as the table. */
export const FacetSelects = ({ any }: { any: string }) =>
  useFacets().map(({ name, label, chosen, values }) => (
    <Select key={name} label={label} name={name} defaultValue={chosen}>
      <option value="">{any}</option>
      {values.map(({ value, label, count }) => (
        <option key={value} value={value}>
          {`${label} (${count})`}
        </option>
      ))}
    </Select>
  ));
