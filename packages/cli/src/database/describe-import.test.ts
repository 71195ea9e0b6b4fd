import { expect, it } from "vitest";
import { describeImport } from "./describe-import";

const nothing = { unchanged: false, created: 0, updated: 0, drafted: [], archived: 0, conflicts: [] };

it("an import says in one line what it did", () => {
  expect(describeImport({ ...nothing, unchanged: true })).toEqual(["content unchanged"]);
  expect(describeImport(nothing)).toEqual(["content imported: nothing changed"]);
  expect(describeImport({ ...nothing, created: 90, archived: 1 })).toEqual([
    "content imported: 90 created, 1 archived",
  ]);
});

it("an import names each thing that a person has to decide", () => {
  const report = {
    ...nothing,
    drafted: ["tok-q7"],
    conflicts: [{ id: "mem-q2", what: "changed in its file and in the editor" }],
  };
  expect(describeImport(report)).toEqual([
    "content imported: 1 as drafts to be reviewed, 1 in conflict",
    "tok-q7: what is right for an answered question changed; it waits as a draft",
    "mem-q2: changed in its file and in the editor; left as it is",
  ]);
});
