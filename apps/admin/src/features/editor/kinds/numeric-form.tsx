"use client";
import { SelectBox } from "@tidao/ui/select";
import { useId } from "react";
import { useAt, useEditor } from "../editor-context";
import { FieldProblems, usePlace } from "../fields/field-problems";
import { LineField } from "../fields/line-field";
import { MisconceptionSelect } from "../fields/misconception-select";
import { PartList } from "../fields/part-list";
import { TextPair } from "../fields/text-pair";
import { readAt, textAt } from "../spec-path";
import { blankText } from "./blank-part";

const at = (...path: (string | number)[]) => ["interaction", ...path];

export function NumericForm() {
  const { words } = useEditor();
  const unit = textAt(useAt(at("unit")), []);
  return (
    <div className="grid gap-6">
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <LineField path={at("answer")} as="formula" hint={words.editor.formulaHint} />
        <LineField path={at("check")} as="formula" optional />
        <Tolerance />
        <LineField path={at("unit")} optional />
      </div>
      <PartList path={at("units")} optional make={(ids) => ({ unit: ids.length === 0 ? unit : "", factor: 1 })}>
        {(path) => (
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <LineField path={[...path, "unit"]} />
            <LineField path={[...path, "factor"]} as="number" />
          </div>
        )}
      </PartList>
      <PartList path={at("distractors")} make={() => ({ value: "", why: blankText() })}>
        {(path) => (
          <>
            <div className="grid items-start gap-x-4 gap-y-3 md:grid-cols-2">
              <LineField path={[...path, "value"]} as="formula" />
              <MisconceptionSelect path={[...path, "misconception"]} />
            </div>
            <TextPair path={[...path, "why"]} />
          </>
        )}
      </PartList>
    </div>
  );
}

/** How far an answer may be off: as a share of the key, or in the key's own unit. */
function Tolerance() {
  const { store, words } = useEditor();
  const id = useId();
  const tolerance = useAt(at("tolerance"));
  const mode = readAt(tolerance, ["absolute"]) === undefined ? "relative" : "absolute";
  const path = at("tolerance", mode);
  const text = textAt(tolerance, [mode]);
  const write = (mode: string, text: string) =>
    store.set(at("tolerance"), {
      [mode]: text.trim() !== "" && String(Number(text)) === text.trim() ? Number(text) : text,
    });
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {words.fields.tolerance}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          className="input font-mono text-sm!"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => write(mode, event.target.value)}
          {...usePlace(path)}
        />
        <div className="w-36 flex-none">
          <SelectBox
            aria-label={words.fields.kind}
            value={mode}
            className="text-sm!"
            onChange={(event) => write(event.target.value, text)}
          >
            <option value="relative">{words.editor.tolerance.relative}</option>
            <option value="absolute">{words.editor.tolerance.absolute}</option>
          </SelectBox>
        </div>
      </div>
      <FieldProblems path={path} />
      <FieldProblems path={at("tolerance")} />
    </div>
  );
}
