"use client";
import { type Packed, unpack } from "@tidao/next-kit/packed";
import { Select } from "@tidao/ui/select";
import type { Facet } from "./facets";

/** Facets as lists; a client component for the same reason as the table. */
export const FacetSelects = ({ facets, any }: { facets: Packed<readonly Facet[]>; any: string }) =>
  unpack(facets).map(({ name, label, chosen, values }) => (
    <Select key={name} label={label} name={name} defaultValue={chosen}>
      <option value="">{any}</option>
      {values.map(({ value, label, count }) => (
        <option key={value} value={value}>
          {`${label} (${count})`}
        </option>
      ))}
    </Select>
  ));
