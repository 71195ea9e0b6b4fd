import { expect, test } from "vitest";
import { markedHtml } from "./marked-html";

test("what was found is marked, and a hostile text of a note stays text", () => {
  const hostile = `<img src=x onerror="alert(1)">&`;
  expect(
    markedHtml([
      { text: hostile, found: false },
      { text: `KV${hostile}`, found: true },
    ]),
  ).toBe(
    `&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;<mark class="rounded-sm bg-accent-soft font-semibold text-inherit">` +
      `KV&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;</mark>`,
  );
});
