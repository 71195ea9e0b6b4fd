import { expect, test } from "vitest";
import { gradeAnswer } from "../../grade-answer";
import { foldFilling } from "../../fold";
import { sampleInteractions, sampleQuestion } from "../../sample-questions";

const question = sampleQuestion(sampleInteractions.cloze);
const answer = (blanks: Record<string, string>) => gradeAnswer(question, { kind: "cloze", blanks });

test.each([
  "byte-pair encoding",
  "Byte Pair  Encoding",
  "ＢＰＥ",
  "bpe",
  "字节对编码",
  "「字节对编码」",
  "the byte-pair encodings",
])("the blank accepts %s", (filling) => {
  expect(answer({ first: filling, second: "1024" })).toMatchObject({ verdict: "right", points: 1 });
});
test.each(["1024", "1,024", "１０２４", "1.024e3", "1024."])("a number in a blank reads the same as %s", (filling) => {
  expect(answer({ first: "BPE", second: filling })).toMatchObject({ points: 1 });
});
test.each(["1.024", "-1024", "1024%", "1024 GB", "10240"])("%s is not 1024", (filling) => {
  expect(answer({ first: "BPE", second: filling })).toMatchObject({ verdict: "partial", points: 0.5 });
});
test("a filling that a misconception leads to names it and says why in its own words", () => {
  expect(answer({ first: "crf", second: "1024" })).toMatchObject({
    misconceptions: ["tok-m2"],
    parts: [
      { id: "first", right: false, why: { en: "English trap" }, key: { zh: "字节对编码", en: "byte-pair encoding" } },
      {},
    ],
  });
});
test("blanks left empty are wrong, not unreadable", () => {
  expect(answer({ first: "  " })).toMatchObject({ verdict: "wrong", points: 0, misconceptions: [] });
});
test("a blank that the passage does not have is sent back", () => {
  expect(answer({ third: "x" })).toEqual({ unreadable: "unknown-part" });
});
test.each([
  ["n-1", "n + 1"],
  ["0.5", "5"],
  ["1/2", "12"],
  ["m/s", "m·s"],
  ["1/n", "1n"],
  ["D/(G√T)", "DG√T"],
  ["C#", "C"],
  ["50%", "50"],
  ["n-1", "n1"],
  ["n - 1", "n1"],
  ["-λ", "λ"],
  ["1,5", "15"],
  ["1:5", "15"],
  [".5", "5"],
  ["n²", "n2"],
  ["n!", "n"],
  ["course", "corse"],
  ["hour", "hor"],
  ["contour", "contor"],
  ["corpus", "corpu"],
  ["filling", "filing"],
  ["10³", "103"],
])("folding keeps %s apart from %s", (a, b) => {
  expect(foldFilling(a)).not.toBe(foldFilling(b));
});
test.each([
  ["tokenisation", "Tokenization"],
  ["GPT-2", "GPT 2"],
  ["key–value cache", "key-value caches"],
  ["困惑度", "“困惑度”。"],
  ["$d_k$", "d_k"],
  ["O(n)", "O( n )"],
  ["m/s", "m / s"],
  ["n - 1", "n−1"],
  ["O(n²)", "o(n^{2})"],
  ["n**2", "n²"],
  ["T⁻²", "T^(-2)"],
  ["batch", "batches"],
  ["query", "Queries"],
  ["bias", "biases"],
  ["phase", "phases"],
  ["GPU", "GPUs"],
  ["ReLU", "ReLUs"],
  ["matrix", "matrices"],
  ["indices", "indexes"],
  ["hypothesis", "hypotheses"],
  ["labelled examples", "labeled examples"],
  ["modelling", "modeling"],
  ["neighbour", "neighbors"],
  ["behavioural", "behavioral"],
  ["colour", "color"],
  ["favourite", "favorite"],
  ["centre", "center"],
  ["analyse", "analyze"],
  ["generalisable", "generalizable"],
  ["artefacts", "artifact"],
  ["catalogue", "catalog"],
  ["defence", "defense"],
  ["`BPE`", "BPE"],
  ["prefix/prompt cache", "prefix prompt cache"],
])("folding takes %s and %s for the same", (a, b) => {
  expect(foldFilling(a)).toBe(foldFilling(b));
});
