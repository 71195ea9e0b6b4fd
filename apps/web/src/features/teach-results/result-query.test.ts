import { describe, expect, test } from "vitest";
import { type Learner, pickLearners, resultHref, resultQueryOf, sortedBy } from "./result-query";

const learner = (name: string, rest: Partial<Learner>): Learner => ({
  userId: name,
  name,
  email: `${name.toLowerCase()}@class.test`,
  dueAt: "2026-03-01T00:00:00.000Z",
  attempts: 1,
  override: null,
  state: "not-started",
  attemptsStarted: 0,
  finishedAt: null,
  answered: 0,
  pending: 0,
  points: null,
  cells: [null],
  ...rest,
});
const items = [
  {
    position: 1,
    questionId: "serving-01",
    points: 2,
    pinned: false,
    topicTitle: "Serving",
    kind: "numeric",
    meanShare: 0.5,
    answers: 2,
  } as const,
];
const learners = [
  learner("Ada", { state: "finished", points: 1, cells: [{ share: 0.5, verdict: "partial" }] }),
  learner("Bo", {}),
  learner("Chen", { state: "under-way", points: 2, cells: [{ share: 1, verdict: "right" }] }),
  learner("Dai", { state: "finished", points: 0, cells: [{ share: 0, verdict: "pending" }] }),
];
const names = (address: Record<string, string>) =>
  pickLearners({ learners, items }, resultQueryOf(address)).map(({ name }) => name);

describe("the results an instructor asks for", () => {
  test("come by name when the address says nothing or nonsense", () => {
    expect(names({})).toEqual(["Ada", "Bo", "Chen", "Dai"]);
    expect(names({ sort: "shoe-size", state: "asleep" })).toEqual(["Ada", "Bo", "Chen", "Dai"]);
  });

  test("can be those of one state, or of whoever has these letters in name or e-mail", () => {
    expect(names({ state: "finished" })).toEqual(["Ada", "Dai"]);
    expect(names({ q: "CHEN@" })).toEqual(["Chen"]);
  });

  test("by points start with the most and leave those without any to the end, either way round", () => {
    expect(names({ sort: "points" })).toEqual(["Chen", "Ada", "Dai", "Bo"]);
    expect(names({ sort: "points", order: "asc" })).toEqual(["Dai", "Ada", "Chen", "Bo"]);
  });

  test("by a question start with who found it hard; an answer nobody has compared yet counts as none", () => {
    expect(names({ sort: "q1" })).toEqual(["Ada", "Chen", "Bo", "Dai"]);
  });

  test("have an address that leads back to the same view", () => {
    const query = { text: "a b", state: "under-way", sort: 3, descending: true } as const;
    const href = resultHref("/results", query);
    expect(resultQueryOf(Object.fromEntries(new URL(href, "http://x.test").searchParams))).toEqual(query);
    expect(resultHref("/results", resultQueryOf({}))).toBe("/results");
  });

  test("turn round when the column in use is pressed again", () => {
    const once = sortedBy(resultQueryOf({}), "points");
    expect(once.descending).toBe(true);
    expect(sortedBy(once, "points").descending).toBe(false);
  });
});
