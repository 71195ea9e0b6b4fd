import { describe, expect, test } from "vitest";
import { arrange, type Learner, resultsHref, resultsQueryOf, statesShown } from "./results-query";

const learner = (name: string, change: Partial<Learner> = {}): Learner => ({
  userId: name,
  name,
  email: `${name}@example.test`,
  dueAt: "2026-03-08T00:00:00.000Z",
  attempts: 1,
  override: null,
  state: "finished",
  attemptsStarted: 1,
  sawFeedback: false,
  finishedAt: null,
  answered: 1,
  pending: 0,
  points: 0,
  maxPoints: 10,
  cells: [],
  ...change,
});
const learners = [
  learner("陈", { points: 3, cells: [{ share: 1, verdict: "right" }] }),
  learner("Anna", { points: null, state: "not-started", cells: [null] }),
  learner("Bo", { points: 1, state: "under-way", cells: [{ share: 0, verdict: "wrong" }] }),
];
const names = (query: Record<string, string>) => arrange(learners, resultsQueryOf(query)).map((one) => one.name);

describe("a table of results", () => {
  test("stands in the order of the class until another is asked for", () => {
    expect(names({})).toEqual(["陈", "Anna", "Bo"]);
    expect(names({ dir: "desc" })).toEqual(["Bo", "Anna", "陈"]);
  });
  test("puts those who did not answer below those who answered wrong", () => {
    expect(names({ sort: "points" })).toEqual(["Anna", "Bo", "陈"]);
    expect(names({ sort: "q1" })).toEqual(["Anna", "Bo", "陈"]);
    expect(names({ sort: "q1", dir: "desc" })).toEqual(["陈", "Bo", "Anna"]);
    expect(names({ sort: "state" })).toEqual(["Anna", "Bo", "陈"]);
  });
  test("is narrowed by state, by name and by e-mail, in any case and width", () => {
    expect(names({ state: "not-started" })).toEqual(["Anna"]);
    expect(names({ q: "ＡＮＮＡ" })).toEqual(["Anna"]);
    expect(names({ q: "bo@" })).toEqual(["Bo"]);
    expect(names({ q: "bo", state: "finished" })).toEqual([]);
  });
  test("offers “not handed in” once somebody let the time pass, and “started” while somebody can still be under way", () => {
    const late = learner("Cy", { state: "not-handed-in" });
    expect(statesShown(learners, "")).toEqual(["finished", "under-way", "not-started"]);
    expect(statesShown([late], "")).toEqual(["finished", "not-handed-in", "not-started"]);
    expect(statesShown([late], "under-way")).toEqual(["finished", "under-way", "not-handed-in", "not-started"]);
    // an extension of theirs goes on
    expect(statesShown([...learners, late], "")).toHaveLength(4);
    expect(arrange([late], resultsQueryOf({ state: "not-handed-in" }))).toEqual([late]);
  });
  test("takes nothing strange from its address", () => {
    const usual = { view: "learners", state: "", q: "", sort: "name", down: false };
    expect(resultsQueryOf({ view: "x", state: "lost", sort: "email", dir: "up" })).toEqual(usual);
    expect(resultsQueryOf({ q: ["a", "b"], sort: "q9999" })).toEqual(usual);
  });
  test("has an address for each of its states, and the shortest for the usual one", () => {
    const query = resultsQueryOf({ state: "finished", q: "a b", sort: "q2", dir: "desc" });
    const href = resultsHref("/p", query);
    expect(href).toBe("/p?state=finished&q=a+b&sort=q2&dir=desc");
    expect(resultsQueryOf(Object.fromEntries(new URL(href, "http://x").searchParams))).toEqual(query);
    expect(resultsHref("/p", query, { state: "", q: "", sort: "name", down: false })).toBe("/p");
  });
});
