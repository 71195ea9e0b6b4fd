import { questionSpec } from "@tidao/grading/spec";
import { expect, test } from "vitest";
import { renderInline, renderLesson, renderMarkdown, renderNote, renderQuestion } from "./index";

/** Elements, attributes and addresses that could run something or fetch something. */
const dangerous =
  /<\s*(?:script|iframe|object|embed|form|input(?! type="checkbox")|base|meta|link|style|img|image|foreignObject|animate|set|use\s[^>]*href="(?!#))|\son\w+\s*=|(?:href|src|action)\s*=\s*"?\s*(?:javascript|data|vbscript|file):|javascript:/i;

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '<svg onload="alert(1)"><script>alert(1)</script></svg>',
  "<iframe src='https://evil.example'></iframe>",
  "<a href='javascript:alert(1)'>x</a>",
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](java&#x73;cript:alert(1))",
  "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "[x](vbscript:msgbox(1))",
  '[x](topic:evaluation"onmouseover="alert(1))',
  '[x](topic:evaluation#a"><script>alert(1)</script>)',
  "![x](javascript:alert(1))",
  '![x](https://evil.example/pixel.png "onerror=alert(1)")',
  '![x"onerror="alert(1)](https://evil.example/pixel.png)',
  "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
  '<https://evil.example/"onmouseover=alert(1)>',
  "[x]: javascript:alert(1)\n\n[x]",
  "$\\href{javascript:alert(1)}{x}$",
  "$\\url{javascript:alert(1)}$",
  "$\\includegraphics{https://evil.example/pixel.png}$",
  "$\\htmlClass{x}{y} \\htmlId{a}{b} \\htmlStyle{position:fixed}{z} \\htmlData{on=1}{w}$",
  "$\\text{<script>alert(1)</script>}$",
  "$$\\unicode{<img src=x onerror=alert(1)>}$$",
  "$</annotation><script>alert(1)</script>$",
  "```html\n<script>alert(1)</script>\n```",
  '```python"onload=alert(1)\n<script>alert(1)</script>\n```',
  "`<script>alert(1)</script>`",
  "| <img src=x onerror=alert(1)> | b |\n| --- | --- |\n| [x](javascript:alert(1)) | y |",
  "[@<script>alert(1)</script>]",
  '## Title {#x" onclick="alert(1)}',
  "[^1]\n\n[^1]: <script>alert(1)</script>",
  "<style>body{display:none}</style>",
  "<form action=https://evil.example><input name=password></form>",
  "\u0000<script>alert(1)</script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
];

/** What a browser would see as markup: escaped text and TeX sources in annotations are words. */
const markup = (html: string) => html.replace(/>[^<]*</g, "><");

test("the guard is awake: it sees what the attacks would do if nothing were done", () => {
  const raw = attacks.filter((attack) => /^<(?:script|img|svg|iframe|a|form|style)/.test(attack));
  expect(raw.length).toBeGreaterThan(6);
  for (const attack of raw) expect(markup(attack)).toMatch(dangerous);
  expect('<a href="javascript:alert(1)">x</a>').toMatch(dangerous);
});

test.each(attacks)("%s does nothing in a question, a choice, a lesson or a learner's note", async (attack) => {
  for (const html of [
    await renderNote(attack, "en"),
    await renderMarkdown(attack, "en"),
    await renderInline(attack, "zh"),
    (await renderLesson(attack, "en")).html,
    await renderMarkdown(`Before ${attack} after`, "zh"),
  ])
    expect(markup(html)).not.toMatch(dangerous);
});

test("marks of a passage cannot be forged into attributes or elements", async () => {
  const passages = [
    '[[a"onclick="alert(1)|x]] [[a|one]]',
    "[[a|<script>alert(1)</script>]]",
    "\uE000a\uE002<img src=x onerror=alert(1)>\uE003 [[a|one]]",
    "[[a|[x](javascript:alert(1))]]",
  ];
  for (const passage of passages) {
    const span = (id: string) => ({
      id,
      why: { zh: "因为", en: "Because" },
      wrong: id === "a",
      correction: { zh: "对", en: "Right" },
    });
    const spec = questionSpec.parse({
      stem: { zh: "问", en: "Ask" },
      interaction: { kind: "find-error", passage: { zh: passage, en: passage }, spans: ["a", "b", "c"].map(span) },
      solution: { zh: "解", en: "Solve" },
      difficulty: 1,
      expectedSeconds: 30,
      objective: "x-o1",
      sources: ["x-2020"],
    });
    const { shown } = await renderQuestion(spec, "en");
    expect(markup(JSON.stringify(shown).replaceAll('\\"', '"'))).not.toMatch(dangerous);
  }
});

test("a learner's note names nothing in the page that holds it, and its headings stand below the page's", async () => {
  const html = await renderNote("# Top {#content}\n\n## Under\n\nText[^1] and [home](#main)\n\n[^1]: Foot\n\n$x^2$", "en");
  expect(html).toContain("<h4>Top</h4>");
  expect(html).toContain("<h5>Under</h5>");
  expect(html).toContain('class="katex"');
  expect(markup(html)).not.toMatch(/\sid=|href="#|aria-describedby/);
  expect(await renderNote("[x](javascript:alert(1))", "en")).toBe("<p><span>x</span></p>");
});
test.each([
  ["formulas", "$x$ ".repeat(2500)],
  ["quotations in quotations", ">".repeat(10_000)],
  ["lists in lists", "- ".repeat(5000)],
  ["brackets and stars", "[".repeat(5000) + "*".repeat(5000)],
  ["code", "```python\nx = 1\n```\n".repeat(450)],
])("a note of ten thousand characters of %s is shown, and soon", async (_, text) => {
  const started = performance.now();
  expect(await renderNote(text, "en")).not.toBe("");
  expect(performance.now() - started).toBeLessThan(4000);
});

test("a formula that expands for ever ends as an error, soon", async () => {
  const started = performance.now();
  const bomb = String.raw`$\def\a{\b\b}\def\b{\c\c}\def\c{\d\d}\def\d{\e\e}\def\e{\f\f}\def\f{\g\g}\def\g{\h\h}\def\h{\i\i}\def\i{\j\j}\def\j{\k\k}\def\k{xx}\a$ and $\def\x{\x\x}\x$`;
  expect(await renderMarkdown(bomb, "en")).toContain('class="math-error"');
  expect(performance.now() - started).toBeLessThan(2000);
});
test("a formula cannot cover the page", async () => {
  const html = await renderMarkdown(String.raw`$\rule{9999em}{9999em} \kern9999em$`, "en");
  expect(html).not.toMatch(/(?:width|height|margin-right)\s*:\s*9999/);
});
