import { expect, test } from "vitest";
import { citationLabel } from "./citations";
import { renderInline, renderLesson, renderMarkdown } from "./index";

test("a choice is shown without a paragraph around it", async () => {
  expect(await renderInline("Two **bold** words", "en")).toBe("Two <strong>bold</strong> words");
  expect(await renderMarkdown("Two words", "en")).toBe("<p>Two words</p>");
});
test("bold Chinese ends before a full-width bracket or a word", async () => {
  expect(await renderInline("**精确率（precision）**是比例，**“召回”**也是", "zh")).toBe(
    "<strong>精确率（precision）</strong>是比例，<strong>“召回”</strong>也是",
  );
});
test("a line break inside Chinese text is no space", async () => {
  expect(await renderInline("第一行\n第二行，\n第三行 and\nEnglish", "zh")).toBe("第一行第二行，第三行 and\nEnglish");
});
test("formulas come with MathML for screen readers, in a line or on their own", async () => {
  const html = await renderMarkdown("Take $x^2$.\n\n$$y = 1$$\n\n$$\nz = 2\n$$", "en");
  expect(html.match(/<math /g)).toHaveLength(3);
  expect(html.match(/<div class="math-display" tabindex="0" /g)).toHaveLength(2);
});
test("what is no formula stays as its source", async () => {
  expect(await renderInline("$\\frac{1$", "en")).toBe('<code class="math-error">\\frac{1</code>');
});
test("code carries the colours of both themes as variables", async () => {
  const html = await renderMarkdown("```py\nprint(1)\n```", "en");
  expect(html).toMatch(/<pre class="shiki[^>]*tabindex="0"/);
  expect(html).toMatch(/--shiki-light:#\w+;--shiki-dark:#\w+/);
});
test("code in a language that we do not know is shown plain", async () => {
  expect(await renderMarkdown("```brainfuck\n+<>-\n```", "en")).toBe(
    '<pre tabindex="0"><code class="language-brainfuck">+&#x3C;>-\n</code></pre>',
  );
});
test("a link to a topic leads to its page in the reader's language", async () => {
  expect(await renderInline("[评估](topic:evaluation#auc)", "zh")).toBe(
    '<a href="/zh/topics/evaluation#auc" class="topic-link">评估</a>',
  );
});
test("a link that leaves the site does not hand over its window or its address", async () => {
  expect(await renderInline("[x](https://example.org/a)", "en")).toBe(
    '<a href="https://example.org/a" rel="noopener noreferrer">x</a>',
  );
});
test("wide tables scroll in a box that the keyboard reaches", async () => {
  expect(await renderMarkdown("| a | b |\n| - | - |\n| 1 | 2 |", "en")).toMatch(
    /^<div class="table-scroll" tabindex="0"><table>/,
  );
});
test("a quotation that opens with a misconception is a callout, another is not", async () => {
  expect(await renderMarkdown("> **误区** 缓存省显存", "zh")).toContain(
    '<blockquote class="callout callout-misconception">',
  );
  expect(await renderMarkdown("> **Misconception** “x”", "en")).toContain("callout-misconception");
  expect(await renderMarkdown("> Someone said so", "en")).toContain("<blockquote>");
});

const sennrich = { authors: "R. Sennrich, B. Haddow, A. Birch", year: 2016, title: "Rare Words" };
const kudo = { authors: "T. Kudo, J. Richardson", year: 2018, title: "SentencePiece" };
test("citations name authors and year in the reader's language and lead to the list of sources", async () => {
  const lesson = (locale: "zh" | "en") =>
    renderLesson("BPE [@sennrich-2016; @kudo-2018], again [@sennrich-2016]", locale, {
      sources: { "sennrich-2016": sennrich, "kudo-2018": kudo },
    });
  const { html, sourceIds } = await lesson("en");
  expect(html).toContain(
    '<span class="citation">[<a href="#source-sennrich-2016">Sennrich et al. 2016</a>; <a href="#source-kudo-2018">Kudo &#x26; Richardson 2018</a>]</span>',
  );
  expect((await lesson("zh")).html).toContain("Sennrich 等 2016</a>；<a");
  expect(sourceIds).toEqual(["sennrich-2016", "kudo-2018"]);
});
test.each([
  ["C. J. van Rijsbergen", "van Rijsbergen 1979"],
  ["DeepSeek-AI", "DeepSeek-AI 1979"],
  ["PyTorch contributors", "PyTorch contributors 1979"],
  ["W.-L. Chiang et al.", "Chiang et al. 1979"],
])("the authors %s are called %s", (authors, label) => {
  expect(citationLabel("x", { authors, year: 1979, title: "t" }, "en")).toBe(label);
});
test("a citation inside code is code", async () => {
  expect(await renderInline("`[@kudo-2018]`", "en")).toBe("<code>[@kudo-2018]</code>");
});

test("a lesson's headings keep their anchors, levels and objectives, and lose the braces", async () => {
  const { html, headings } = await renderLesson(
    "---\nreviewed: 2026-01-01\n---\n## Why $n$ {#why objective=tok-o1}\n\n### How\n\nText",
    "en",
  );
  expect(headings).toEqual([
    { id: "why", level: 2, text: "Why n", objective: "tok-o1" },
    { id: "section-1", level: 3, text: "How" },
  ]);
  expect(html).toContain('<h2 id="why">');
  expect(html).not.toContain("{#");
  expect(html).not.toContain("reviewed");
});
test("a figure is inlined in the reader's language with its caption; an unknown one leaves its words", async () => {
  const svg = (word: string) => `<svg role="img" viewBox="0 0 1 1"><title>${word}</title><desc>d</desc></svg>`;
  const figures = { "figures/a.zh.svg": svg("一"), "figures/a.en.svg": svg("one") };
  const { html } = await renderLesson('![Words](figures/a.svg "Caption")', "zh", { figures });
  expect(html).toBe(
    '<figure class="figure"><svg role="img" viewBox="0 0 1 1" aria-label="Words"><title>一</title><desc>d</desc></svg><figcaption>Caption</figcaption></figure>',
  );
  expect((await renderLesson("![Words](figures/b.svg)", "en", { figures })).html).toBe("<p><em>Words</em></p>");
});
