import type { Actor } from "@tidao/access";
import { expect, test } from "vitest";
import { actorOfPage } from "./actor-of-page";

const ada = { kind: "user", id: "ada" } as Actor;

test("a page that was rendered for one person does nothing in the name of another who has signed in since", () => {
  expect(actorOfPage(ada, "bob")).toEqual({ kind: "anonymous" });
});
test.each([["ada"], [""], [undefined]])(
  "a person's own page, and one that was rendered for nobody (%j), is theirs",
  (reader) => {
    expect(actorOfPage(ada, reader)).toBe(ada);
  },
);
test("whoever is signed out stays so", () => {
  expect(actorOfPage({ kind: "anonymous" }, "ada")).toEqual({ kind: "anonymous" });
});
