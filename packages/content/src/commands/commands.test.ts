import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { questionKinds } from "@tidao/grading/spec";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkDir, copySample, type Sample } from "../check/spoiled-course";
import { belowFinished, measureTopic } from "../check/measure-topic";
import { readCourse } from "../read/read-course";
import { runCheck } from "./check";
import { runNew } from "./new";
import { runReport } from "./report";

let sample: Sample;
beforeAll(async () => {
  sample = await copySample();
});
afterAll(() => sample.remove());

async function printed(run: (print: (line: string) => void) => Promise<number>) {
  const lines: string[] = [];
  const code = await run((line) => void lines.push(line));
  return { code, lines };
}
const make = (...args: string[]) => printed((print) => runNew(args, print, sample.dir));

test.each(questionKinds)(
  "a new %s question is a file in the right form whose every text waits to be written",
  async (kind) => {
    const { code, lines } = await make("question", "tokenisation", kind, `fresh-${kind}`);
    const file = `topics/tokenisation/questions/tok-fresh-${kind}.yaml`;
    expect({ code, lines }).toEqual({ code: 0, lines: [`written: ${file}`] });
    const told = (await checkDir(sample.dir)).filter((problem) => problem.file === file).map(({ what }) => what);
    expect(told).toContain("the text is not written yet");
    expect(told.filter((what) => /missing|unknown field|not valid/.test(what))).toEqual([]);
  },
);
test("a question that exists is not overwritten", async () => {
  await make("question", "tokenisation", "ordering", "once");
  expect((await make("question", "tokenisation", "ordering", "once")).code).toBe(1);
});
test("a new topic gets its file and its place in the curriculum, whose comments stay", async () => {
  expect((await make("topic", "prompt-caching", "prc")).code).toBe(0);
  const curriculum = await readFile(join(sample.dir, "curriculum.yaml"), "utf8");
  expect(curriculum).toMatch(/^#/);
  expect(curriculum).toMatch(/id: 31\n\s+slug: prompt-caching/);
  expect(
    (await checkDir(sample.dir))
      .filter(({ file }) => file.includes("prompt-caching"))
      .every(({ what }) => what === "the text is not written yet"),
  ).toBe(true);
});
test.each([
  [],
  ["question"],
  ["question", "tokenisation", "riddle", "x"],
  ["question", "tokenisation", "ordering", "Bad Name"],
  ["topic", "x"],
  ["poem"],
])("asked for %j it tells how it is used", async (...args) => {
  const { code, lines } = await make(...args);
  expect(code).toBe(1);
  expect(lines.join()).toContain("content new question");
});
test("a kind or a name that cannot be is named", async () => {
  expect((await make("question", "tokenisation", "riddle", "x")).lines[0]).toContain("there is no kind riddle");
  expect((await make("question", "tokenisation", "ordering", "Bad Name")).lines[0]).toContain("“Bad Name” is no name");
});
test("the check prints file, line, what and how to mend, and how much it looked at", async () => {
  const { code, lines } = await printed((print) => runCheck([], print, sample.dir));
  expect(code).toBe(1);
  expect(lines[0]).toMatch(/^\S+:\d+ {2}\S.+ {2}\S.+$/);
  expect(lines.at(-1)).toMatch(
    /^31 topics \(1 complete\), \d+ questions \(\d+ parameterised\), 8 paths, \d+ sources, \d+ terms: \d+ problems$/,
  );
});
test("the report has a line for each topic, and says what a topic that has begun still lacks", async () => {
  const { code, lines } = await printed((print) => runReport(print));
  expect(lines.slice(1, 31).map((line) => line.split(" ")[0])).toContain("memory-footprint");
  expect(lines.find((line) => line.startsWith("memory-footprint "))).toMatch(/ 31 {2,}.* \d\/\d /);
  expect(lines.at(-1)).toMatch(/^\d+ of 30 topics finished, \d+ begun; \d+ questions, \d+ parameterised$/);
  expect(code).toBe(lines.at(-1)?.startsWith("30 of 30") ? 0 : 1);
});
test("a topic that lost a question of a kind, an objective's or a misconception's says so", async () => {
  const topic = (await readCourse()).topics.find(({ slug }) => slug === "evaluation");
  if (!topic) throw new Error("no such topic");
  const [whole, less] = [topic, { ...topic, figures: {}, questions: topic.questions.slice(0, 3) }].map(measureTopic);
  expect(whole && belowFinished(whole).filter(({ what }) => /figures|questions/.test(what))).toEqual([]);
  expect(less && belowFinished(less)).toEqual(
    expect.arrayContaining([{ what: "questions 3 of 19" }, { what: "figures 0 of 1" }]),
  );
});
