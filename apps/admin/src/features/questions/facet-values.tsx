"use client";
import { type Packed, unpack } from "@tidao/next-kit/packed";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Facet } from "./facets";

const Values = createContext<readonly Facet[]>([]);

/** The facets, sent to the browser once: a wide screen lists them, a narrow one offers them to be chosen from. */
export const FacetValues = ({ facets, children }: { facets: Packed<readonly Facet[]>; children: ReactNode }) => (
  <Values value={useMemo(() => unpack(facets), [facets])}>{children}</Values>
);
export const useFacets = () => useContext(Values);
