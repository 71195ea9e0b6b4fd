import { textsOf } from "@tidao/grading";
import { expect, test } from "vitest";
import { readCourse } from "../read/read-course";
import { withinBound } from "./bounded-marks";
import { isHeavy, shapeOf } from "./bounded-shape";
import { renderMarkdown, renderNote } from "./index";
import { isTangled, markdownParser, mostWalked, parseMarkdown } from "./markdown-tree";

const walkedIn = (text: string, most = Infinity) => withinBound(most, () => markdownParser.parse(text)).walked;
const filled = (mark: string, length = 10_000) => mark.repeat(length / mark.length);

test.each([
  "*a_ ",
  "*a ",
  "a* ",
  "_a ~~b ",
  "**a* ",
  "*中_",
  "[a](b) ",
  "[a](b (",
  "]",
  "[^a]",
  "www._",
  "> ",
  "- ",
  "-\n",
  "- a\n",
  "a\n=\n",
])("ten thousand characters of “%s” are read as plain text, in a note and in a question", async (mark) => {
  const text = filled(mark);
  expect(isTangled(parseMarkdown(text))).toBe(true);
  expect(await renderNote(text, "en")).toMatch(/^<pre tabindex="0"><code>/);
  expect(await renderNote(text, "en")).not.toMatch(/<(?:em|strong|a|li|blockquote|h\d|del)\b/);
  expect(await renderMarkdown(text, "zh")).not.toMatch(/<(?:em|strong|a|li|blockquote|h\d|del)\b/);
});
test("a table whose rows are filled up to a wide head is read as plain text", () => {
  const head = `|${"a|".repeat(50)}\n|${"-|".repeat(50)}\n`;
  expect(isTangled(parseMarkdown(head + "|\n".repeat(450)))).toBe(true);
  expect(isTangled(parseMarkdown(head + "|\n".repeat(100)))).toBe(false);
});
test("the parser stops as soon as the bound is reached: four times the text takes no step more", () => {
  const most = mostWalked(10_000);
  const walked = [10_000, 40_000].map((length) => walkedIn(filled("*a_ ", length), most));
  expect(walked[0]).toBe(walked[1]);
  expect(walked[0]).toBeLessThan(1.1 * most);
  expect(walkedIn(filled("*a_ ", 40_000))).toBeGreaterThan(1000 * most);
});
test("after a text that was stopped the next is read as ever", () => {
  parseMarkdown(filled("*a_ "));
  expect(parseMarkdown("*a*").children[0]).toMatchObject({ children: [{ type: "emphasis" }] });
});
test("code and formulas with many stars and underlines are what they are", async () => {
  const code = `\`\`\`python\n${"a_b = c_d[i] * e_f[j] * __x__\n".repeat(280)}\`\`\``;
  expect(isTangled(parseMarkdown(code))).toBe(false);
  const formulas = "$x_i * y_j$ ".repeat(800);
  expect(isTangled(parseMarkdown(formulas))).toBe(false);
});
test("no text of the course comes near any bound", async () => {
  const { topics } = await readCourse();
  const texts = topics.flatMap(({ lessons, questions }) => [
    ...Object.values(lessons).map(({ source }) => source),
    ...questions.flatMap(({ spec }) => textsOf(spec).map(({ text }) => text)),
  ]);
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((text) => walkedIn(text) > mostWalked(text.length) / 5 || isHeavy(text))).toEqual([]);
  const shapes = texts.map(shapeOf);
  const most = (of: (shape: (typeof shapes)[number]) => number) => Math.max(...shapes.map(of));
  expect(most(({ depth }) => depth)).toBeLessThan(10);
  expect(most(({ cells }) => cells)).toBeLessThan(5000);
  expect(most(({ followed }) => followed)).toBeLessThan(5000);
});
