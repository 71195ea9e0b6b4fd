import { expect, test } from "vitest";
import { findColumns, findSeparator } from "./columns";

const needed = ["learner", "skills", "item", "correct", "time"] as const;
const find = (header: string[], named = {}) => findColumns(header, named, needed, "a.csv");

test("columns are found in any case and any order, other columns do not disturb", () => {
  const header = ["Correct", " TIME ", "hint_count", "Item", "Skills", "LEARNER"];
  expect(find(header)).toEqual({ correct: 0, time: 1, item: 3, skills: 4, learner: 5 });
});
test("names of well-known data sets are understood", () => {
  expect(find(["order_id", "user_id", "problem_id", "correct", "skill_name"])).toMatchObject({ time: 0, learner: 1 });
  const cup = ["Anon Student Id", "Problem", "KC(Default)", "Correct First Attempt", "First Transaction Time"];
  expect(find(cup)).toEqual({ learner: 0, item: 1, skills: 2, correct: 3, time: 4 });
});
test("a name that the person gives goes before those known", () => {
  const header = ["learner", "skills", "item", "step", "correct", "time"];
  expect(find(header, { item: "Step" }).item).toBe(3);
  expect(() => find(header, { item: "stage" })).toThrow(/a\.csv:1 there is no column stage/);
});
test("a missing column is named, with how to name it", () => {
  expect(() => find(["learner", "item", "correct", "time"])).toThrow(/no column skills[^]*--columns skills=/);
});
test("the separator is the one that the header uses", () => {
  expect(findSeparator("learner,skills,item")).toBe(",");
  expect(findSeparator("learner\tskills\titem, or question")).toBe("\t");
  expect(findSeparator("learner;skills;item")).toBe(";");
  expect(findSeparator("learner")).toBe(",");
});
