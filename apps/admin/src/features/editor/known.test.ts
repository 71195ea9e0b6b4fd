import { describe, expect, test } from "vitest";
import { afterRetiring, canDiscardQuestion, type Known } from "./known";

const published: Known = {
  revision: null,
  published: { id: "v1", number: 1 },
  number: 1,
  newest: 1,
  status: "published",
  hasOlder: false,
};
const retired: Known = { ...published, published: null, status: "retired" };

describe("an editor who retires a question", () => {
  test("knows afterwards what the server has, where nobody else was at work", () => {
    expect(afterRetiring(published, retired)).toBe(retired);
  });
  test("does not take over the draft that a colleague saved meanwhile: the next save must be told of it", () => {
    const withDraft = { ...retired, revision: 1, number: 2, newest: 2, hasOlder: true };
    expect(afterRetiring(published, withDraft)).toEqual({ ...published, status: "retired" });
  });
  test("nor a later text of the draft that both had open", () => {
    const draft = { ...published, revision: 3, number: 2, newest: 2, hasOlder: true };
    expect(afterRetiring(draft, { ...draft, revision: 4, published: null, status: "retired" })).toEqual({
      ...draft,
      status: "retired",
    });
  });
});

test("only a question whose one version is a draft can be thrown away as a whole, also once it is retired", () => {
  const fresh: Known = { ...published, revision: 1, published: null, status: "draft" };
  expect([fresh, { ...fresh, status: "retired" as const }].map(canDiscardQuestion)).toEqual([true, true]);
  const others = [published, { ...published, revision: 1 }, { ...retired, revision: 1, hasOlder: true }, retired];
  expect(others.map(canDiscardQuestion)).toEqual([false, false, false, false]);
});
