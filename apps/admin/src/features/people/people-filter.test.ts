import { expect, test } from "vitest";
import { peopleHref, readPeopleFilter } from "./people-filter";

test("an address of people that was copied opens the same list", () => {
  const filter = { text: "林 lin@", role: "editor", suspended: false, page: 2 } as const;
  const query = Object.fromEntries(new URL(peopleHref(filter), "http://x").searchParams);
  expect(readPeopleFilter(query)).toEqual(filter);
});
test("the list of everybody has the plain address", () => {
  expect(peopleHref(readPeopleFilter({ text: " ", role: "", state: "" }))).toBe("/users");
});
test("a role or state that does not exist is left out instead of failing", () => {
  expect(readPeopleFilter({ role: "learner", state: "?", page: "0" })).toEqual({
    text: undefined,
    role: undefined,
    suspended: undefined,
    page: 1,
  });
});
