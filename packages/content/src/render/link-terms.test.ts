import { expect, test } from "vitest";
import { linkTerms, type LinkedTerm } from "./link-terms";

const term = (id: string, ...forms: string[]): LinkedTerm => ({ id, forms, definition: `What "${id}" is.` });
const link = (html: string, terms: LinkedTerm[], locale: "zh" | "en" = "en") =>
  linkTerms(html, terms, locale, (id) => `/g#${id}`).replace(/ data-definition="[^"]*"/g, "");
const a = (id: string, text: string) => `<a class="term" href="/g#${id}">${text}</a>`;

test("the first place of a term is a link that carries its definition, escaped; later ones are not", () => {
  expect(linkTerms("<p>A cache. A cache.</p>", [term("cache", "cache")], "en", (id) => `/g#${id}`)).toBe(
    '<p>A <a class="term" href="/g#cache" data-definition="What &quot;cache&quot; is.">cache</a>. A cache.</p>',
  );
});
test("whole words only, plurals and capitals at the start of a sentence too, abbreviations in capitals only", () => {
  expect(link("<p>Caching, caches.</p>", [term("cache", "cache")])).toBe(`<p>Caching, ${a("cache", "caches")}.</p>`);
  expect(link("<p>Cache it.</p>", [term("cache", "cache")])).toBe(`<p>${a("cache", "Cache")} it.</p>`);
  expect(link("<p>moe, MoE</p>", [term("moe", "MoE")])).toBe(`<p>moe, ${a("moe", "MoE")}</p>`);
  expect(link("<p>pre-cache, cache-hit</p>", [term("cache", "cache")])).toBe("<p>pre-cache, cache-hit</p>");
});
test("a long term is taken before a short one that it holds", () => {
  const terms = [term("cache", "cache"), term("prefix-cache", "prefix cache")];
  expect(link("<p>a prefix\ncache, a cache</p>", terms)).toBe(`<p>a ${a("prefix-cache", "prefix\ncache")}, a ${a("cache", "cache")}</p>`);
});
test("Chinese needs no blanks, and a blank between scripts may be there or not", () => {
  const terms = [term("kv", "KV 缓存"), term("cache", "缓存")];
  expect(link("<p>把KV缓存分页，缓存命中</p>", terms, "zh")).toBe(`<p>把${a("kv", "KV缓存")}分页，${a("cache", "缓存")}命中</p>`);
});
test("headings, code, formulas, figures, tables and links stay as they are, and what follows them is read again", () => {
  const terms = [term("cache", "cache")];
  for (const inner of [
    "<h2>cache</h2>", "<code>cache</code>", "<pre><span>cache</span></pre>", '<a href="#x">cache</a>', "<table><tbody><tr><td>cache</td></tr></tbody></table>",
    '<span class="katex"><span>cache<span>cache</span></span></span>', '<svg viewBox="0 0 1 1"><path d="M0 0"/><text>cache</text></svg>',
  ])
    expect(link(`<div>${inner}<br>cache</div>`, terms), inner).toBe(`<div>${inner}<br>${a("cache", "cache")}</div>`);
});
test("an attribute is never touched", () => {
  const html = '<p title="1 > cache">x</p>';
  expect(link(html, [term("cache", "cache")])).toBe(html);
});
