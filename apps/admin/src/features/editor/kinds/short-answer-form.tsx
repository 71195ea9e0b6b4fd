"use client";
import { useEditor } from "../editor-context";
import { LineListPair } from "../fields/line-list-pair";
import { PartList } from "../fields/part-list";
import { TextPair } from "../fields/text-pair";
import { freshId } from "../spec-path";
import { blankText, blankWords } from "./blank-part";

export function ShortAnswerForm() {
  const { words } = useEditor();
  return (
    <div className="grid gap-6">
      <PartList
        path={["interaction", "keyPoints"]}
        most={6}
        make={(ids) => ({ id: freshId(ids), text: blankText(), phrases: blankWords() })}
      >
        {(path) => (
          <>
            <TextPair path={[...path, "text"]} label="" />
            <LineListPair path={[...path, "phrases"]} hint={words.editor.onePhraseALine} />
          </>
        )}
      </PartList>
      <TextPair path={["interaction", "modelAnswer"]} rows={3} />
    </div>
  );
}
