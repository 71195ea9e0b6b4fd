"use client";
import { Select } from "@tidao/ui/select";
import { useAt, useEditor, useSay } from "./editor-context";
import { FieldProblems, usePlace } from "./fields/field-problems";
import { LineField } from "./fields/line-field";
import { SourcePicker } from "./fields/source-picker";
import { textAt } from "./spec-path";

const difficulties = [1, 2, 3, 4, 5];

/** What the question is for and what it rests on. */
export function DetailsForm() {
  return (
    <div className="grid gap-4">
      <ObjectiveSelect />
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <DifficultySelect />
        <LineField path={["expectedSeconds"]} as="number" />
      </div>
      <SourcePicker />
    </div>
  );
}

function ObjectiveSelect() {
  const { store, words, locale, references } = useEditor();
  const { say } = useSay();
  const path = ["objective"];
  const chosen = textAt(useAt(path), []);
  const isForeign = chosen !== "" && !references.objectives.some(({ id }) => id === chosen);
  return (
    <div className="grid gap-1">
      <Select
        label={words.fields.objective}
        value={chosen}
        className="text-sm!"
        onChange={(event) => store.set(path, event.target.value)}
        {...usePlace(path)}
      >
        <option value="">{words.editor.choose}</option>
        {isForeign && <option value={chosen}>{say(words.editor.unknown, { id: chosen })}</option>}
        {references.objectives.map(({ id, text }) => (
          <option key={id} value={id}>
            {`${id} · ${text[locale]}`}
          </option>
        ))}
      </Select>
      <FieldProblems path={path} />
    </div>
  );
}

function DifficultySelect() {
  const { store, words } = useEditor();
  const path = ["difficulty"];
  return (
    <div className="grid gap-1">
      <Select
        label={words.fields.difficulty}
        value={textAt(useAt(path), [])}
        className="text-sm!"
        onChange={(event) => store.set(path, Number(event.target.value))}
        {...usePlace(path)}
      >
        {difficulties.map((difficulty) => (
          <option key={difficulty} value={difficulty}>
            {difficulty}
          </option>
        ))}
      </Select>
      <FieldProblems path={path} />
    </div>
  );
}
