import { expect, test } from "vitest";
import { escapeHtml } from "./escape-html";

test("what could end a text or an attribute is written as an entity, once", () => {
  expect(escapeHtml(`<a title="x">&amp; 'y'</a>`)).toBe(`&lt;a title=&quot;x&quot;&gt;&amp;amp; 'y'&lt;/a&gt;`);
});
