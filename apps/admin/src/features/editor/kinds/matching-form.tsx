"use client";
import { useEditor } from "../editor-context";
import { MisconceptionSelect } from "../fields/misconception-select";
import { PartList } from "../fields/part-list";
import { TextPair } from "../fields/text-pair";
import { freshId, listAt, textAt } from "../spec-path";
import { blankText } from "./blank-part";

const pairs = ["interaction", "pairs"];
const extras = ["interaction", "extras"];

export function MatchingForm() {
  const { store } = useEditor();
  // pairs and extras are named in one breath by an answer: their ids must not meet
  const fresh = () =>
    freshId([...listAt(store.get(), pairs), ...listAt(store.get(), extras)].map((part) => textAt(part, ["id"])));
  return (
    <div className="grid gap-6">
      <PartList
        path={pairs}
        most={8}
        make={() => ({ id: fresh(), left: blankText(), right: blankText(), why: blankText() })}
      >
        {(path) => (
          <>
            <TextPair path={[...path, "left"]} />
            <TextPair path={[...path, "right"]} />
            <TextPair path={[...path, "why"]} />
            <MisconceptionSelect path={[...path, "misconception"]} />
          </>
        )}
      </PartList>
      <PartList path={extras} most={3} make={() => ({ id: fresh(), right: blankText() })}>
        {(path) => <TextPair path={[...path, "right"]} />}
      </PartList>
    </div>
  );
}
