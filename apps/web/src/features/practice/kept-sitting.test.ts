import { expect, test } from "vitest";
import { memoryStore } from "../../testing/memory-store";
import { dropSitting, keepSitting, readSitting, type Sitting } from "./kept-sitting";

/** An entry of a browser's history, with what Next's router keeps in it. */
const page = () => ({
  state: { __NA: true } as unknown,
  replaceState(state: unknown) {
    this.state = state;
  },
});
const answered = ["a", "b"].map(
  (id) =>
    ({
      questionId: id,
      submissionId: id,
      kind: "numeric",
      stem: "<p>2 + 2?</p>",
      verdict: "right",
      blank: false,
    }) as const,
);
const sitting: Sitting = { answered: [...answered], seen: 2, total: 9, outset: 9, due: 0, day: null, finished: true };

test("a learner who looked at one of ten answers and went back finds the other nine", () => {
  const [store, entry] = [memoryStore(), page()];
  keepSitting("ada", "s1", sitting, store, entry);
  expect(readSitting("ada", store, entry)).toEqual(sitting);
  expect(entry.state).toMatchObject({ __NA: true });
});
test("a learner who opens practice anew begins anew", () => {
  const store = memoryStore();
  keepSitting("ada", "s1", sitting, store, page());
  expect(readSitting("ada", store, page())).toBeNull();
});
test("whoever signs in after another in the same tab sees nothing of theirs", () => {
  const [store, entry] = [memoryStore(), page()];
  keepSitting("ada", "s1", sitting, store, entry);
  expect(readSitting("bo", store, entry)).toBeNull();
});
test("a learner who goes on practising and reloads gets the question in hand, not the end from before", () => {
  const [store, entry] = [memoryStore(), page()];
  keepSitting("ada", "s1", sitting, store, entry);
  dropSitting(store, entry);
  expect(readSitting("ada", store, entry)).toBeNull();
  expect(entry.state).toEqual({ __NA: true });
});
test("where nothing can be stored, or the history is bare, the page goes on", () => {
  const entry = { ...page(), state: null as unknown };
  keepSitting("ada", "s1", sitting, null, entry);
  expect(readSitting("ada", null, entry)).toBeNull();
  expect(() => dropSitting(null, entry)).not.toThrow();
});
