import { expect, test } from "vitest";
import { withSectionLinks } from "./section-links";

const html =
  '<h2 id="q">Q</h2><p>a</p><h2 id="sum">Sum</h2><p>b</p><h3 id="part">Part</h3><p>c</p><h2 id="end">End</h2><p>d</p>';
const headings = [
  { id: "q", level: 2, text: "Q" },
  { id: "sum", level: 2, text: "Sum <1>", objective: "o1" },
  { id: "part", level: 3, text: "Part", objective: "o2" },
  { id: "end", level: 2, text: "End", objective: "o3" },
] as const;
const linkTo = (objective: string) =>
  objective === "o2" ? null : { href: `/practice?topic=t&objective=${objective}`, text: "Practise" };
const bare = (text: string) =>
  text.replace(/<p class="print-hidden[^]*?<\/p>/g, "[link]").replace(/<span id="objective-(\w+)"><\/span>/g, "[$1]");

test("a section that teaches an objective ends with the way to practise it", () => {
  expect(bare(withSectionLinks(html, headings, linkTo))).toBe(
    '<h2 id="q">Q</h2><p>a</p>[o1]<h2 id="sum">Sum</h2><p>b</p>[o2]<h3 id="part">Part</h3><p>c</p>[link][o3]<h2 id="end">End</h2><p>d</p>[link]',
  );
});
test("the link names its section, and nothing of a heading becomes markup", () => {
  const linked = withSectionLinks(html, headings, linkTo);
  expect(linked).toContain('href="/practice?topic=t&amp;objective=o1"');
  expect(linked).toContain('<span class="sr-only"> Sum &lt;1&gt;</span>');
});
test("a lesson without objectives, or with headings that are not there, stays as it is", () => {
  expect(withSectionLinks(html, [{ id: "q", level: 2, text: "Q" }], linkTo)).toBe(html);
  expect(withSectionLinks(html, [{ id: "gone", level: 2, text: "G", objective: "o1" }], linkTo)).toBe(html);
});
test("who comes from a question lands where its objective is first taught", () => {
  const twice = [headings[0], headings[1], { ...headings[3], objective: "o1" }];
  expect(bare(withSectionLinks(html, twice, () => null))).toBe(html.replace('<h2 id="sum">', '[o1]<h2 id="sum">'));
});
