import { describe, expect, test } from "vitest";
import { readRow } from "./row";

const columns = { learner: 0, skills: 1, item: 2, correct: 3, time: 4, guess: 5, probability: 6 };
const row = (change: Partial<Record<keyof typeof columns, string>> = {}) => {
  const cells = {
    learner: "l",
    skills: "s",
    item: "i",
    correct: "1",
    time: "7",
    guess: "",
    probability: "",
    ...change,
  };
  return readRow(Object.values(cells), columns);
};

describe("a row", () => {
  test("says who answered what, when, and whether it was right", () => {
    expect(row()).toEqual({ learner: "l", skills: ["s"], item: "i", correct: true, time: 7 });
    expect(row({ guess: "0.25", probability: "0.5" })).toMatchObject({ guess: 0.25, probability: 0.5 });
  });
  test.each([
    ["a;b", ["a", "b"]],
    ["a, b", ["a", "b"]],
    ["a~~b~~a", ["a", "b"]],
    ["", [""]],
  ])("names skills as %s", (skills, read) => expect(row({ skills })).toMatchObject({ skills: read }));
  test.each([
    ["0", false],
    ["1.0", true],
    ["TRUE", true],
    ["incorrect", false],
  ])("writes right or wrong as %s", (correct, read) => expect(row({ correct })).toMatchObject({ correct: read }));
  test("may say the time as a date, without a zone as UTC", () => {
    const at = Date.UTC(2005, 8, 9, 12, 24, 35);
    expect(row({ time: "2005-09-09 12:24:35.0" })).toMatchObject({ time: at });
    expect(row({ time: "2005-09-09T14:24:35+02:00" })).toMatchObject({ time: at });
  });
  test.each([
    [{ learner: " " }, /no learner/],
    [{ item: "" }, /no item/],
    [{ correct: "0.5" }, /correct is "0.5"; write 1 or 0/],
    [{ correct: "constructor" }, /correct is "constructor"/],
    [{ time: "yesterday" }, /time is "yesterday"/],
    [{ time: "" }, /time is ""/],
    [{ guess: "1" }, /guess is "1"/],
    [{ probability: "1.5" }, /probability is "1.5"/],
  ])("that is wrong says what to mend: %o", (change, problem) => {
    expect((row(change) as { problem: string }).problem).toMatch(problem);
  });
});
