import { expect, test } from "vitest";
import { memoryStore } from "../../testing/memory-store";
import { dropAllKept, dropAnswer, isFinal, keepAnswer, type KeptAnswer, listKept } from "./kept-answers";

const answer = (submissionKey: string, text = "42"): KeptAnswer => ({
  submissionKey,
  versionId: "v",
  seed: 1,
  answer: { kind: "numeric", text },
  confidence: 3,
  durationMs: 4000,
});

test("an answer that was pressed is kept once for its key, as it was pressed last", () => {
  const store = memoryStore();
  expect(keepAnswer("ada", answer("k1"), store)).toBe(true);
  keepAnswer("ada", answer("k2"), store);
  keepAnswer("ada", answer("k1", "43"), store);
  expect(listKept("ada", store)).toEqual([answer("k2"), answer("k1", "43")]);
});
test("two learners at one device do not send each other's answers", () => {
  const store = memoryStore();
  keepAnswer("ada", answer("k1"), store);
  expect(listKept("bo", store)).toEqual([]);
  dropAllKept("bo", store);
  dropAnswer("bo", "k1", store);
  expect(listKept("ada", store)).toHaveLength(1);
});
test("what was acknowledged is kept no longer", () => {
  const store = memoryStore();
  for (const key of ["k1", "k2"]) keepAnswer("ada", answer(key), store);
  dropAnswer("ada", "k1", store);
  expect(listKept("ada", store)).toEqual([answer("k2")]);
  dropAllKept("ada", store);
  expect(listKept("ada", store)).toEqual([]);
});
test("where nothing can be stored, or something else stands there, the page is told and goes on", () => {
  const full = {
    ...memoryStore(),
    setItem: () => {
      throw new Error("full");
    },
  };
  expect(keepAnswer("ada", answer("k1"), full)).toBe(false);
  expect(keepAnswer("ada", answer("k1"), null)).toBe(false);
  const odd = memoryStore();
  odd.setItem("tidao.answers.ada", "{");
  expect(listKept("ada", odd)).toEqual([]);
});
test("an answer is given up only when no sending of it could succeed", () => {
  expect(isFinal("ANSWER_UNREADABLE")).toBe(true);
  for (const code of ["SIGN_IN_REQUIRED", "TOO_MANY_REQUESTS", "DATABASE_UNAVAILABLE", "UNEXPECTED"])
    expect(isFinal(code)).toBe(false);
});
