import { expect, test } from "vitest";
import { questionsHref, readQuestionFilter } from "./question-filter";

test("an address says what it shows and nothing else", () => {
  expect(questionsHref({})).toBe("/questions");
  expect(questionsHref({ topic: "evaluation", kind: "numeric", page: 3, order: "id" })).toBe(
    "/questions?topic=evaluation&kind=numeric&page=3",
  );
});
test("an address that was copied opens the same list", () => {
  const filter = {
    text: "困惑度 50%",
    topic: "evaluation",
    kind: "cloze",
    status: "draft",
    difficulty: 3,
    order: "changed",
    page: 2,
  } as const;
  const query = Object.fromEntries(new URL(questionsHref(filter), "http://x").searchParams);
  expect(readQuestionFilter(query)).toEqual(filter);
});
test("what an address says wrong is left out instead of failing", () => {
  expect(
    readQuestionFilter({ kind: "essay", difficulty: "9", page: "-1", order: "?", text: ["a", "b"] }),
  ).toMatchObject({
    kind: undefined,
    difficulty: undefined,
    page: 1,
    order: "id",
    text: "a",
  });
});
