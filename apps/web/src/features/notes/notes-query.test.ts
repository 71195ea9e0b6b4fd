import { expect, test } from "vitest";
import { notesHref, notesQueryOf } from "./notes-query";

test("an address gives the tab, the search and the page it names, and leaves out what it does not know", () => {
  expect(notesQueryOf({ tab: "lists", list: "x", page: "2" })).toMatchObject({ tab: "lists", list: "x", page: 2 });
  expect(notesQueryOf({ tab: "elsewhere", text: "  ", page: "-1" })).toMatchObject({
    tab: "notes",
    text: undefined,
    page: 1,
  });
});
test("a query gives back the address it came from", () => {
  for (const address of ["/notes", "/notes?tab=bookmarks&page=3", "/notes?text=kv+cache&topic=memory-footprint"])
    expect(notesHref(notesQueryOf(Object.fromEntries(new URL(address, "http://x").searchParams)))).toBe(address);
});
