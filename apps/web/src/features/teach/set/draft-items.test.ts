import { describe, expect, test } from "vitest";
import {
  addQuestion,
  type BankQuestion,
  changeItem,
  type Draft,
  isSame,
  maxItems,
  putBack,
  removeQuestion,
  savedForm,
  totals,
} from "./draft-items";

const question = (questionId: string): BankQuestion => ({
  questionId,
  versionId: `version of ${questionId}`,
  versionNumber: 2,
  topicSlug: "t",
  topicTitle: "T",
  kind: "numeric",
  objective: "o",
  difficulty: 3,
  expectedSeconds: 60,
  parameterised: false,
  stemHtml: "",
  facility: null,
  answers: 0,
});
const draftWith = (...ids: string[]) => ids.map(question).reduce(addQuestion, [] as Draft);
const ids = (draft: Draft) => draft.map((item) => item.questionId);

describe("putting a set together", () => {
  test("a question comes in at the end, for one point, and only once", () => {
    const draft = draftWith("a", "b", "a");
    expect(ids(draft)).toEqual(["a", "b"]);
    expect(totals(draft)).toEqual({ questions: 2, points: 2, seconds: 120 });
  });

  test("a full set takes no more", () => {
    const full = draftWith(...Array.from({ length: maxItems }, (_, n) => `q${n}`));
    expect(addQuestion(full, question("one more"))).toBe(full);
  });

  test("what was taken out comes back where it was, with its points and its version", () => {
    const pin = { versionId: "old", number: 1 };
    const before = changeItem(changeItem(draftWith("a", "b", "c"), "b", { points: 5 }), "b", { pin });
    const without = removeQuestion(before, "b");
    expect(ids(without)).toEqual(["a", "c"]);
    expect(putBack(without, before[1]!, 1)).toEqual(before);
    expect(putBack(before, before[1]!, 1)).toBe(before);
  });

  test("a draft differs from another in order, points and versions, not in how its questions read", () => {
    const draft = draftWith("a", "b");
    expect(isSame(draft, draftWith("a", "b"))).toBe(true);
    expect(isSame(draft, draftWith("b", "a"))).toBe(false);
    expect(isSame(draft, changeItem(draft, "a", { points: 2 }))).toBe(false);
    expect(isSame(draft, changeItem(draft, "a", { pin: { versionId: "v", number: 1 } }))).toBe(false);
    expect(isSame(draft, [{ ...draft[0]!, question: null }, draft[1]!])).toBe(true);
  });

  test("a pin is saved with its version, so that saving again does not move it", () => {
    const draft = changeItem(draftWith("a"), "a", { pin: { versionId: "old", number: 1 } });
    expect(savedForm(draft)).toEqual([{ questionId: "a", points: 1, pin: true, versionId: "old" }]);
  });
});
