import { expect, test } from "vitest";
import { pagePath } from "./page-path";

test.each([
  ["/en/topics/tokenisation?_rsc=hIJQZwA1H_37v4i8", "/en/topics/tokenisation"],
  ["/zh/search?q=KV&_rsc=1x2", "/zh/search?q=KV"],
  ["/zh/search?_rsc=1x2&q=KV&page=2", "/zh/search?q=KV&page=2"],
  ["/zh/search?q=_rsc%3D1", "/zh/search?q=_rsc%3D1"],
  ["/zh/search?q=KV&my_rsc=1", "/zh/search?q=KV&my_rsc=1"],
  ["/en", "/en"],
])("somebody whose session ended on the way to %s comes back to %s", (asked, page) => {
  expect(pagePath(asked)).toBe(page);
});
