"use client";
import { MisconceptionSelect } from "../fields/misconception-select";
import { PartList } from "../fields/part-list";
import { TextPair } from "../fields/text-pair";
import { freshId } from "../spec-path";
import { blankText } from "./blank-part";

/** The order of the form is the key. */
export function OrderingForm() {
  return (
    <div className="grid gap-6">
      <PartList path={["interaction", "items"]} most={10} make={(ids) => ({ id: freshId(ids), text: blankText() })}>
        {(path) => <TextPair path={[...path, "text"]} label="" />}
      </PartList>
      <TextPair path={["interaction", "why"]} rows={2} />
      <MisconceptionSelect path={["interaction", "misconception"]} />
    </div>
  );
}
