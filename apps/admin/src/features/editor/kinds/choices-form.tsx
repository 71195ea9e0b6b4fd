"use client";
import { useId } from "react";
import { useAt, useEditor } from "../editor-context";
import { usePlace } from "../fields/field-problems";
import { MisconceptionSelect } from "../fields/misconception-select";
import { PartList } from "../fields/part-list";
import { TextPair } from "../fields/text-pair";
import { freshId, type Json, listAt, type Path, writeAt } from "../spec-path";
import { blankText } from "./blank-part";

const choices = ["interaction", "choices"];

/** Choices with what makes each right or wrong; with `one`, exactly one is right. */
export function ChoicesForm({ one }: { one?: boolean }) {
  const name = useId();
  return (
    <PartList
      path={choices}
      quiet
      most={one ? 6 : 8}
      make={(ids) => ({ id: freshId(ids), text: blankText(), correct: false, why: blankText() })}
      renderHead={(path) => <Correct path={path} group={one ? name : undefined} />}
    >
      {(path) => <Choice path={path} />}
    </PartList>
  );
}

function Choice({ path }: { path: Path }) {
  const isRight = useAt([...path, "correct"]) === true;
  const hasMisconception = useAt([...path, "misconception"]) !== undefined;
  return (
    <>
      <TextPair path={[...path, "text"]} label="" />
      <TextPair path={[...path, "why"]} />
      {(!isRight || hasMisconception) && <MisconceptionSelect path={[...path, "misconception"]} />}
    </>
  );
}

function Correct({ path, group }: { path: Path; group?: string }) {
  const { store, words } = useEditor();
  const place = [...path, "correct"];
  const mark = (checked: boolean) => {
    if (!group) return store.set(place, checked);
    const all = listAt(store.get(), choices).map((choice: Json, at) =>
      writeAt(choice, ["correct"], at === path.at(-1)),
    );
    store.set(choices, all);
  };
  return (
    <label className="check items-center [&>input]:mt-0">
      <input
        type={group ? "radio" : "checkbox"}
        name={group}
        checked={useAt(place) === true}
        onChange={(event) => mark(event.target.checked)}
        {...usePlace(place)}
      />
      {words.fields.correct}
    </label>
  );
}
