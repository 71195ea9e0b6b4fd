"use client";
import { type Locale, locales } from "@tidao/kernel";
import { useAt, useEditor } from "../editor-context";
import { LineField } from "../fields/line-field";
import { LineListPair } from "../fields/line-list-pair";
import { MisconceptionSelect } from "../fields/misconception-select";
import { PartList } from "../fields/part-list";
import { TextPair } from "../fields/text-pair";
import { freshId, type Json, listAt, type Path, textAt } from "../spec-path";
import { blankText, blankWords } from "./blank-part";
import { PassageField } from "./passage-field";
import { unmark } from "./passage-marks";

const blanks = ["interaction", "blanks"];

export function ClozeForm() {
  const { store, words } = useEditor();
  const raw = useAt(blanks);
  const ids = (Array.isArray(raw) ? raw : []).map((blank) => textAt(blank, ["id"]));
  const make = (language: Locale, marked: string): string => {
    const id = freshId(ids, "b");
    const blank = { id, accept: { ...blankWords(), [language]: [marked.trim()] }, why: blankText(), distractors: [] };
    store.set(blanks, [...listAt(store.get(), blanks), blank]);
    return id;
  };
  const accept = (id: string, language: Locale, marked: string) => {
    const path = [...blanks, ids.indexOf(id), "accept", language];
    const known = listAt(store.get(), path);
    if (!known.includes(marked)) store.set(path, [...known, marked]);
  };
  const forget = (blank: Json) => {
    for (const language of locales) {
      const path = ["interaction", "passage", language];
      store.set(path, unmark(textAt(store.get(), path), textAt(blank, ["id"]), textAt(blank, ["accept", language, 0])));
    }
  };
  return (
    <div className="grid gap-6">
      <PassageField ids={ids} keepsWords={false} makeLabel={words.editor.mark.blank} onMake={make} onMark={accept} />
      <PartList path={blanks} onRemove={forget}>
        {(path) => <Blank path={path} />}
      </PartList>
    </div>
  );
}

function Blank({ path }: { path: Path }) {
  const { words } = useEditor();
  return (
    <>
      <LineListPair path={[...path, "accept"]} hint={words.editor.oneALine} />
      <TextPair path={[...path, "why"]} />
      <PartList path={[...path, "distractors"]} make={() => ({ text: "", why: blankText() })}>
        {(path) => (
          <>
            <div className="grid items-start gap-x-4 gap-y-3 md:grid-cols-2">
              <LineField path={[...path, "text"]} />
              <MisconceptionSelect path={[...path, "misconception"]} />
            </div>
            <TextPair path={[...path, "why"]} />
          </>
        )}
      </PartList>
    </>
  );
}
