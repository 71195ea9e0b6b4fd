import { expect, test } from "vitest";
import { softAddress } from "./soft-address";

const here = "http://tidao.test/en/topics?view=map";
const click = { button: 0, defaultPrevented: false, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };
const link = (href: string, { target = "", download = false } = {}) => ({ href, target, hasAttribute: () => download });

test("a plain click on a link of ours goes through the router, with query and anchor", () => {
  expect(softAddress(click, link("http://tidao.test/en/paths?a=1#b"), here)).toBe("/en/paths?a=1#b");
  expect(softAddress(click, link(here), here)).toBe("/en/topics?view=map");
});
test.each([
  ["a click that somebody took", { ...click, defaultPrevented: true }],
  ["the middle button", { ...click, button: 1 }],
  ["Alt", { ...click, altKey: true }],
  ["Ctrl", { ...click, ctrlKey: true }],
  ["Cmd", { ...click, metaKey: true }],
  ["Shift", { ...click, shiftKey: true }],
])("%s is the browser's", (_, event) => {
  expect(softAddress(event, link("http://tidao.test/en/paths"), here)).toBeNull();
});
test.each([
  ["another tab", link("http://tidao.test/en/paths", { target: "_blank" })],
  ["a download", link("http://tidao.test/en/grades.csv", { download: true })],
  ["another origin", link("http://tidao.test:3001/en")],
  ["a place on the open page", link(`${here}#map`)],
])("%s is the browser's", (_, to) => {
  expect(softAddress(click, to, here)).toBeNull();
});
