"use client";
import { Select } from "@tidao/ui/select";
import { useAt, useEditor, useSay } from "../editor-context";
import { type Path, textAt } from "../spec-path";
import { FieldProblems, usePlace } from "./field-problems";

/** Which belief leads to this wrong answer. */
export function MisconceptionSelect({ path }: { path: Path }) {
  const { store, words, locale, references } = useEditor();
  const { say } = useSay();
  const chosen = textAt(useAt(path), []);
  const isForeign = chosen !== "" && !references.misconceptions.some(({ id }) => id === chosen);
  return (
    <div className="grid gap-1">
      <Select
        label={words.fields.misconception}
        value={chosen}
        className="text-sm!"
        onChange={(event) => store.set(path, event.target.value || undefined)}
        {...usePlace(path)}
      >
        <option value="">{words.editor.none}</option>
        {isForeign && <option value={chosen}>{say(words.editor.unknown, { id: chosen })}</option>}
        {references.misconceptions.map(({ id, belief }) => (
          <option key={id} value={id}>
            {`${id} · ${belief[locale]}`}
          </option>
        ))}
      </Select>
      <FieldProblems path={path} />
    </div>
  );
}
