"use client";
import { useEditor } from "../editor-context";
import type { Path } from "../spec-path";
import { LineField } from "./line-field";

/** A computed value: always kept as text, since a formula is one even when it is only a number. */
export function VariantFormula({ path }: { path: Path }) {
  const { words } = useEditor();
  return <LineField path={path} label={words.fields.formula} as="text" />;
}
