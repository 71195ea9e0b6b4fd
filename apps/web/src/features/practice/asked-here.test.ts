import { expect, test } from "vitest";
import { markAsked, readAsked } from "./asked-here";

const page = () => ({
  state: { __NA: true } as unknown,
  replaceState(state: unknown) {
    this.state = state;
  },
});

test("a learner who goes back to practice is not asked again what they answered there", () => {
  const entry = page();
  markAsked(["q1"], entry, 1);
  markAsked(["q1", "q2"], entry, 1);
  expect(readAsked(entry, 1)).toEqual(["q1", "q2"]);
  expect(entry.state).toMatchObject({ __NA: true });
});
test("after a reload the server's choice stands, and another entry knows of nothing", () => {
  const entry = page();
  markAsked(["q1"], entry, 1);
  expect(readAsked(entry, 2)).toEqual([]);
  expect(readAsked({ ...page(), state: null }, 1)).toEqual([]);
});
