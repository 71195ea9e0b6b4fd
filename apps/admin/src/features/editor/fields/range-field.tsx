"use client";
import { Select } from "@tidao/ui/select";
import { useAt, useEditor, useSay } from "../editor-context";
import { type Path, readAt, textAt } from "../spec-path";
import { FieldProblems, usePlace } from "./field-problems";
import { LineField } from "./line-field";

const numbersOf = (text: string) =>
  text.split(/[\s,，;；]+/).flatMap((word) => (word === "" ? [] : Number.isFinite(Number(word)) ? Number(word) : word));

/** What a parameter is drawn from: steps from one number to another, or a list. */
export function RangeField({ path }: { path: Path }) {
  const { store, words } = useEditor();
  const range = useAt(path);
  const isList = readAt(range, ["from"]) !== undefined;
  const choose = (mode: string) => store.set(path, mode === "list" ? { from: [1, 2] } : { min: 1, max: 10, step: 1 });
  return (
    <div className="grid items-start gap-3 sm:grid-cols-[minmax(9rem,1fr)_2fr]">
      <Select
        label={words.fields.kind}
        value={isList ? "list" : "steps"}
        className="text-sm!"
        onChange={(event) => choose(event.target.value)}
      >
        <option value="steps">{words.editor.range.steps}</option>
        <option value="list">{words.editor.range.list}</option>
      </Select>
      {isList ? (
        <NumberList path={[...path, "from"]} />
      ) : (
        <div className="grid grid-cols-3 gap-2">
          <LineField path={[...path, "min"]} as="number" />
          <LineField path={[...path, "max"]} as="number" />
          <LineField path={[...path, "step"]} as="number" />
        </div>
      )}
    </div>
  );
}

function NumberList({ path }: { path: Path }) {
  const { store, words } = useEditor();
  const { place } = useSay();
  const value = useAt(path);
  const shown = Array.isArray(value) ? value.map((item) => textAt(item, [])).join(", ") : "";
  return (
    <label className="field">
      <span className="field-label">{words.fields.from}</span>
      {/* read when it is left: a comma that was just typed is no number yet */}
      <input
        key={shown}
        className="input font-mono text-sm!"
        defaultValue={shown}
        aria-label={place(path)}
        autoComplete="off"
        onBlur={(event) => event.target.value !== shown && store.set(path, numbersOf(event.target.value))}
        {...usePlace(path)}
      />
      <FieldProblems path={path} />
    </label>
  );
}
