import { expect, test } from "vitest";
import { stemLine } from "./stem-line";

test.each([
  [
    "a question whose numbers differ by their names",
    "An agent takes {{n}} steps, each succeeds with {{p}}%.",
    "An agent takes n steps, each succeeds with p%.",
  ],
  [
    "a computed number by its formula, without how it is printed",
    "{{c + d}} words, ${{log2(ppl)|.4f}}$ bits",
    "c + d words, log2(ppl) bits",
  ],
  ["a number in a formula", "$N({{d}},1)$ and ${{a}}\\%$", "N(d,1) and a%"],
  ["mathematics as it is typed in a line", String.raw`$\lambda\lVert w\rVert^2$ of $\frac{1}{n}$`, "λ‖ w‖^2 of 1/n"],
  ["money as money", String.raw`It costs \$5 or \$6`, "It costs $5 or $6"],
  ["marks, links and code as their words", "**Which** `token` of [BPE](https://a.b)?", "Which token of BPE?"],
  ["a table as a gap", "Read it:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nWhich?", "Read it: … Which?"],
])("an editor reads %s", (_, markdown, line) => expect(stemLine({ zh: "", en: markdown }, "en")).toBe(line));

test("a question without text yet is an empty line", () => {
  expect(stemLine(null, "zh")).toBe("");
});
