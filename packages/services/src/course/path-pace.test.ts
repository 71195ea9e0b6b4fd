import { expect, test } from "vitest";
import { pathPace } from "./path-pace";

const path = { steps: 10, hours: 28, today: "2026-03-01" };
test.each([
  ["the path of seven days takes its four hours a day", { done: 0, deadline: "2026-03-07" }, { daysLeft: 7, stepsLeft: 10, minutesPerDay: 240, verdict: "intense" }],
  ["half of it done leaves two hours a day", { done: 5, deadline: "2026-03-07" }, { daysLeft: 7, stepsLeft: 5, minutesPerDay: 120, verdict: "steady" }],
  ["three days for all of it are not enough for anyone", { done: 0, deadline: "2026-03-03" }, { daysLeft: 3, stepsLeft: 10, minutesPerDay: 560, verdict: "unrealistic" }],
  ["today still counts", { done: 9, deadline: "2026-03-01" }, { daysLeft: 1, stepsLeft: 1, minutesPerDay: 170, verdict: "intense" }],
  ["yesterday is past", { done: 9, deadline: "2026-02-28" }, { daysLeft: 0, stepsLeft: 1, minutesPerDay: null, verdict: "past" }],
  ["who is done is done, also after the day", { done: 10, deadline: "2026-02-20" }, { daysLeft: 0, stepsLeft: 0, minutesPerDay: 0, verdict: "done" }],
  ["a change of clocks does not lose a day", { done: 0, deadline: "2026-03-31" }, { daysLeft: 31, stepsLeft: 10, minutesPerDay: 55, verdict: "steady" }],
] as const)("%s", (_, given, expected) => expect(pathPace({ ...path, ...given })).toEqual(expected));
