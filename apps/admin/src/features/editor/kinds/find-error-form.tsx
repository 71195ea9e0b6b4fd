"use client";
import { locales } from "@tidao/kernel";
import { Checkbox } from "@tidao/ui/checkbox";
import { useAt, useEditor } from "../editor-context";
import { usePlace } from "../fields/field-problems";
import { MisconceptionSelect } from "../fields/misconception-select";
import { PartList } from "../fields/part-list";
import { TextPair } from "../fields/text-pair";
import { freshId, type Json, listAt, type Path, readAt, textAt } from "../spec-path";
import { blankText } from "./blank-part";
import { PassageField } from "./passage-field";
import { unmark } from "./passage-marks";

const spans = ["interaction", "spans"];

export function FindErrorForm() {
  const { store, words } = useEditor();
  const raw = useAt(spans);
  const ids = (Array.isArray(raw) ? raw : []).map((span) => textAt(span, ["id"]));
  const make = (): string => {
    const id = freshId(ids, "s");
    store.set(spans, [...listAt(store.get(), spans), { id, wrong: false, why: blankText() }]);
    return id;
  };
  const forget = (span: Json) => {
    for (const language of locales) {
      const path = ["interaction", "passage", language];
      store.set(path, unmark(textAt(store.get(), path), textAt(span, ["id"]), ""));
    }
  };
  return (
    <div className="grid gap-6">
      <PassageField ids={ids} keepsWords makeLabel={words.editor.mark.span} onMake={make} />
      <PartList path={spans} onRemove={forget} renderHead={(path) => <Wrong path={path} />}>
        {(path) => <Span path={path} />}
      </PartList>
    </div>
  );
}

/** An error needs a correction; what is sound has none, unless one was written already. */
function Wrong({ path }: { path: Path }) {
  const { store, words } = useEditor();
  const correction = [...path, "correction"];
  const toggle = (isWrong: boolean) => {
    store.set([...path, "wrong"], isWrong);
    if (isWrong && readAt(store.get(), correction) === undefined) store.set(correction, blankText());
    if (!isWrong && isBlank(store.get(), correction)) store.set(correction, undefined);
  };
  return (
    <Checkbox
      label={words.fields.wrong}
      checked={useAt([...path, "wrong"]) === true}
      onChange={(event) => toggle(event.target.checked)}
      {...usePlace([...path, "wrong"])}
    />
  );
}

const isBlank = (spec: Json, path: Path) =>
  locales.every((language) => textAt(spec, [...path, language]).trim() === "");

function Span({ path }: { path: Path }) {
  const isWrong = useAt([...path, "wrong"]) === true;
  const hasCorrection = useAt([...path, "correction"]) !== undefined;
  const hasMisconception = useAt([...path, "misconception"]) !== undefined;
  return (
    <>
      <TextPair path={[...path, "why"]} />
      {hasCorrection && <TextPair path={[...path, "correction"]} />}
      {(isWrong || hasMisconception) && <MisconceptionSelect path={[...path, "misconception"]} />}
    </>
  );
}
