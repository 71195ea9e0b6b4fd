import { expect, test } from "vitest";
import { glossaryHref, glossaryQueryOf } from "./glossary-query";

test("an address says what is asked for, and what it cannot mean is left out", () => {
  expect(glossaryQueryOf({ text: " cache ", topic: "evaluation", page: "2" })).toEqual({
    text: "cache",
    topic: "evaluation",
    page: 2,
    term: undefined,
  });
  for (const page of ["0", "-1", "1.5", "x", ["2", "3"]]) expect(glossaryQueryOf({ page }).page).toBeUndefined();
  expect(glossaryQueryOf({ text: "x".repeat(300) }).text).toHaveLength(100);
});
test("what is asked for makes an address again", () => {
  expect(glossaryHref({ text: "KV 缓存", topic: "evaluation", page: 2 })).toBe(
    "/glossary?text=KV+%E7%BC%93%E5%AD%98&topic=evaluation&page=2",
  );
  expect(glossaryHref({ page: 1 })).toBe("/glossary");
});
