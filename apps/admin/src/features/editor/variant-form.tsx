"use client";
import { Checkbox } from "@tidao/ui/checkbox";
import { useRef } from "react";
import { useAt, useEditor, useSay } from "./editor-context";
import { FieldProblems } from "./fields/field-problems";
import { LineList } from "./fields/line-list";
import { NamedRows } from "./fields/named-rows";
import { RangeField } from "./fields/range-field";
import { VariantFormula } from "./fields/variant-formula";
import type { Json } from "./spec-path";

const beginning = (): Json => ({ parameters: { n: { min: 1, max: 10, step: 1 } }, derived: {}, require: [] });

/** The numbers that differ from learner to learner. Switched off and on again, it comes back as it was. */
export function VariantForm() {
  const { store, words, variants } = useEditor();
  const { say } = useSay();
  const variant = useAt(["variant"]);
  const last = useRef<Json>(variant ?? null);
  const toggle = (on: boolean) => {
    if (!on) last.current = variant ?? null;
    store.set(["variant"], on ? (last.current ?? beginning()) : undefined);
  };
  const { fields, editor } = words;
  return (
    <div className="grid gap-5">
      <Checkbox
        label={editor.variantOn}
        hint={say(editor.variantHint, { count: variants })}
        checked={variant !== undefined}
        onChange={(event) => toggle(event.target.checked)}
        data-path="variant"
      />
      {variant !== undefined && (
        <>
          <NamedRows path={["variant", "parameters"]} prefix="p" make={() => ({ min: 1, max: 10, step: 1 })}>
            {(path) => <RangeField path={path} />}
          </NamedRows>
          <NamedRows path={["variant", "derived"]} prefix="v" make={() => ""}>
            {(path) => <VariantFormula path={path} />}
          </NamedRows>
          <div className="grid gap-1">
            <span className="field-label">{fields.require}</span>
            <LineList path={["variant", "require"]} mono />
          </div>
          <FieldProblems path={["variant"]} />
        </>
      )}
    </div>
  );
}
