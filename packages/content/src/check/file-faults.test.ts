import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../problem";
import { courseDir } from "../read/read-course";
import { addTo, checkDir, copySample, type Sample, setField, spoil } from "./spoiled-course";

let sample: Sample;
let before: Problem[];
beforeAll(async () => {
  sample = await copySample();
  before = await checkDir(sample.dir);
});
afterAll(() => sample.remove());

const lesson = (locale: "zh" | "en") => `topics/tokenisation/lesson.${locale}.md`;
const append = (words: string) => (text: string) => `${text.trimEnd()}\n\n${words}\n`;
const topicFile = "topics/tokenisation/topic.yaml";
const otherFaults: [title: string, file: string, change: (text: string) => string, said: RegExp, where?: string][] = [
  [
    "a number that only one language states",
    lesson("en"),
    append("There are 4711 tokens."),
    /no number 4711/,
    lesson("zh"),
  ],
  [
    "a formula that only one language has",
    lesson("en"),
    append("It is $q_{17}^{*}$."),
    /no formula q_\{17\}\^\{\*\}/,
    lesson("zh"),
  ],
  ["a display formula that differs", lesson("zh"), append("$$a=b+c$$"), /display formulas differ/],
  ["code that differs", lesson("zh"), append("```python\nprint(3)\n```"), /code differs/],
  [
    "a source that only one language cites",
    lesson("zh"),
    append("见 [@elkan-2001]。"),
    /no source elkan-2001/,
    lesson("en"),
  ],
  [
    "anchors that differ",
    lesson("en"),
    (text) => text.replace(/\{#question/, "{#the-question"),
    /sections differ/,
    lesson("zh"),
  ],
  ["a heading without an anchor", lesson("en"), append("## Afterthought"), /has no anchor/],
  ["an anchor used twice", lesson("en"), append("## Again {#question}"), /used twice/],
  [
    "an unknown objective of a section",
    lesson("en"),
    append("## More {#more objective=tok-o77}"),
    /unknown objective tok-o77/,
  ],
  ["an unknown source in a lesson", lesson("en"), append("[@nobody-1999]"), /unknown source nobody-1999/],
  ["an unbalanced formula in a lesson", lesson("en"), append("$\\left( x$"), /is not valid/],
  ["a link that leads nowhere", lesson("en"), append("[x](topic:nowhere)"), /no topic nowhere/],
  ["a javascript link", lesson("en"), append("[x](javascript:alert(1))"), /broken link/],
  [
    "a figure that is not there",
    lesson("en"),
    append("![A curve](figures/nowhere.svg)"),
    /figures\/nowhere\.en\.svg does not exist/,
  ],
  ["a figure without alternative text", lesson("en"), append("![](figures/lattice.svg)"), /no alternative text/],
  ["front matter that nobody reads", lesson("en"), (text) => `---\nauthor: me\n---\n${text}`, /front matter/],
  [
    "a figure with a script",
    "topics/tokenisation/figures/lattice.en.svg",
    (text) => text.replace("</svg>", "<script>alert(1)</script></svg>"),
    /<script> is not allowed/,
  ],
  [
    "a figure in fixed colours",
    "topics/tokenisation/figures/lattice.en.svg",
    (text) => text.replace("</svg>", '<rect fill="#ff0000" width="1" height="1"/></svg>'),
    /use currentColor/,
  ],
  [
    "a figure that no lesson shows",
    "topics/tokenisation/figures/spare.en.svg",
    () => '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 1 1"><title>x</title><desc>y</desc></svg>',
    /no lesson shows/,
  ],
  [
    "a misconception that no question lures with",
    topicFile,
    addTo("misconceptions", { id: "tok-m99", belief: { zh: "错", en: "Wrong" }, truth: { zh: "对", en: "Right" } }),
    /not what a finished topic has: tok-m99 0 of 2/,
  ],
  [
    "an objective that nothing asks for",
    topicFile,
    addTo("objectives", { id: "tok-o99", text: { zh: "会", en: "Can" } }),
    /not what a finished topic has: tok-o99 0 of 2/,
  ],
  [
    "an objective that no section teaches",
    topicFile,
    addTo("objectives", { id: "tok-o98", text: { zh: "会", en: "Can" } }),
    /no section of the lesson teaches tok-o98/,
  ],
  [
    "an id of another topic's family",
    topicFile,
    setField(["misconceptions", 0, "id"], "mem-m1"),
    /does not start with tok-/,
  ],
  ["a slug that is not the folder's", topicFile, setField(["slug"], "tokenization"), /differs from the folder/],
  [
    "a source that nothing refers to",
    "sources.yaml",
    append("nobody-1999:\n  authors: N. Body\n  year: 1999\n  title: Nothing"),
    /nothing refers to the source nobody-1999/,
  ],
  [
    "a work with two ids",
    "sources.yaml",
    append("kwon-1999:\n  authors: W. Kwon et al.\n  year: 2023\n  title: PagedAttention\n  arxiv: '2309.06180'"),
    /kwon-1999 is the same work as kwon-2023/,
  ],
  [
    "a source without a year",
    "sources.yaml",
    append("nobody-1999:\n  authors: N. Body\n  title: Nothing"),
    /year is missing/,
  ],
  ["a term of an unknown topic", "glossary.yaml", setField(["kv-cache", "topic"], "cooking"), /no topic cooking/],
  ["a term that means two things", "glossary.yaml", setField(["kv-cache", "term", "en"], "ZeRO"), /“ZeRO” stands for/],
  [
    "a definition that is no sentence",
    "glossary.yaml",
    setField(["kv-cache", "definition", "zh"], "键和值"),
    /is no sentence/,
  ],
  ["prerequisites in a circle", "curriculum.yaml", setField(["topics", 0, "prerequisites"], [2]), /in a circle: /],
  [
    "a prerequisite that does not exist",
    "curriculum.yaml",
    setField(["topics", 3, "prerequisites"], [99]),
    /builds on 99/,
  ],
  ["an unknown area", "curriculum.yaml", setField(["topics", 3, "area"], "cooking"), /unknown area cooking/],
  ["a topic named twice", "curriculum.yaml", setField(["topics", 3, "id"], 1), /is named twice/],
  [
    "a step that is no topic",
    "paths/whole-course.yaml",
    setField(["steps", 0, "topic"], "cooking"),
    /no topic cooking/,
  ],
  [
    "a step before what it builds on",
    "paths/whole-course.yaml",
    setField(["steps", 0, "topic"], "scalability"),
    /scalability builds on training-time, which does not come before it/,
  ],
  [
    "a step that says in one language only what it goes without",
    "paths/evaluation-and-quality.yaml",
    setField(["steps", 0, "reason", "zh"], "先弄清业务要什么"),
    /application-scenarios builds on tokenisation, which does not come before it/,
  ],
  [
    "a topic linked in the title of a path",
    "paths/whole-course.yaml",
    setField(["title", "en"], "All of [it](topic:tokenisation)"),
    /linked where nothing can be followed/,
  ],
  [
    "a path that is not called like its file",
    "paths/whole-course.yaml",
    setField(["slug"], "half-course"),
    /differs from the file's name/,
  ],
  [
    "a question whose file is not called .yaml",
    "topics/tokenisation/questions/tok-spare.yml",
    () => "id: tok-spare",
    /not read: the file of a question ends with \.yaml/,
  ],
  ["a question file without a word", "topics/tokenisation/questions/tok-spare.yaml", () => "", /the file is empty/],
  [
    "a text that is far too long",
    "topics/tokenisation/questions/tok-spare.yaml",
    () => `stem: { zh: 短, en: ${"long ".repeat(1000)}}`,
    /stem\.en has 4999 characters/,
  ],
  [
    "a topic that the curriculum does not name",
    "topics/cooking/topic.yaml",
    () => "slug: cooking",
    /does not name the topic cooking/,
    "topics/cooking",
  ],
];
describe("in the other files", () => {
  test.each(otherFaults)("%s is reported", async (_, file, change, said, where = file) => {
    const found = await spoil(sample, file, change, before);
    expect(found).toContainEqual(
      expect.objectContaining({ file: where, what: expect.stringMatching(said) as unknown }),
    );
  });

  test("a lesson in one language only is reported", async () => {
    const path = join(sample.dir, lesson("en"));
    const text = await readFile(path, "utf8");
    await rm(path);
    const found = await checkDir(sample.dir);
    await writeFile(path, text);
    expect(found).toContainEqual(
      expect.objectContaining({ file: lesson("en"), what: "the lesson is missing in English" }),
    );
  });
  test("a fault in a lesson is named at its own line", async () => {
    const found = await spoil(sample, lesson("en"), append("It costs $5."), before);
    expect(found).toContainEqual(expect.objectContaining({ text: "It costs $5." }));
  });
  test("a topic with a lesson and too few questions is told what it lacks", () => {
    expect(before.map(({ what }) => what)).toContain("not what a finished topic has: questions 9 of 19");
  });
  test("a course that is not there at all is a fault, not an exception", async () => {
    expect((await checkDir(join(courseDir, "no-such-folder"))).map(({ what }) => what)).toContain(
      "the file is missing",
    );
  });
});
