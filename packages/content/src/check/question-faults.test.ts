import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import type { Problem } from "../problem";
import { checkDir, copySample, type Sample, setField, setFrom, spoil, wrap } from "./spoiled-course";

let sample: Sample;
let before: Problem[];
beforeAll(async () => {
  sample = await copySample();
  before = await checkDir(sample.dir);
});
afterAll(() => sample.remove());

const choices = ["interaction", "choices"];
interface Choice {
  correct?: boolean;
  misconception?: string;
  correction?: unknown;
  wrong?: boolean;
}
const edit = (field: string, change: (parts: Choice[]) => void) => (text: string) => {
  const parts = (parseDocument(text).toJS() as { interaction: Record<string, Choice[]> }).interaction[field] ?? [];
  change(parts);
  return setField(["interaction", field], parts)(text);
};
const swapKey = edit("choices", (parts) => {
  const lure = parts.find(({ misconception }) => misconception !== undefined);
  for (const part of parts) part.correct = part === lure;
});
const everyChoiceRight = edit("choices", (parts) => {
  for (const part of parts) part.correct = true;
});
const dropCorrection = edit("spans", (parts) => {
  for (const part of parts) delete part.correction;
});
const intoFormula = (text: string) => {
  const [, mark = ""] = /(\[\[[a-z0-9-]+\]\])/.exec(text) ?? [];
  return text.replaceAll(mark, `$x = ${mark}$`);
};
const english = { zh: "English only", en: "English only" };
/** kind of question, what is done to it, what is said, and what stands on the line that is named */
const questionFaults: [
  title: string,
  kind: keyof Sample["questions"],
  change: (text: string) => string,
  said: RegExp,
  line: RegExp,
][] = [
  ["a swapped key", "single-choice", swapKey, /right choice names the misconception/, /misconception:/],
  ["a second key", "single-choice", everyChoiceRight, /\d choices are marked correct/, /choices:/],
  [
    "a distractor equal to the key",
    "variant",
    setFrom(["interaction", "distractors", 0, "value"], ["interaction", "answer"]),
    /within tolerance of the answer/,
    /value:/,
  ],
  [
    "a text of stars and underlines",
    "single-choice",
    setField(["stem", "en"], `Ask ${"*a_ ".repeat(700)}`),
    /so many stars, underlines, brackets/,
    /en:/,
  ],
  [
    "a missing Chinese text",
    "single-choice",
    setField(["stem", "zh"], undefined),
    /the Chinese text stem\.zh is missing/,
    /stem:/,
  ],
  [
    "a missing English text",
    "matching",
    setField(["interaction", "pairs", 0, "right", "en"], undefined),
    /the English text .* is missing/,
    /right:/,
  ],
  ["a text in the wrong language", "single-choice", setField(["solution"], english), /holds no Chinese/, /zh:/],
  ["a unit slip", "variant", wrap(["interaction", "answer"], "* 1000"), /answer and check disagree/, /check:/],
  [
    "a unit that is not listed",
    "variant",
    (text) =>
      setField(["interaction", "units"], [{ unit: "TB", factor: 2 }])(setField(["interaction", "unit"], "GB")(text)),
    /units does not list GB/,
    /units:/,
  ],
  [
    "an unknown source",
    "numeric",
    setField(["sources", 0], "nobody-1999"),
    /unknown source nobody-1999/,
    /nobody-1999/,
  ],
  [
    "an unknown source in a text",
    "ordering",
    setField(["stem", "en"], "As in [@nobody-1999]"),
    /unknown source nobody-1999/,
    /nobody-1999/,
  ],
  ["an unknown objective", "numeric", setField(["objective"], "tok-o99"), /unknown objective tok-o99/, /objective:/],
  [
    "an unknown misconception",
    "single-choice",
    setField([...choices, 0, "misconception"], "tok-m99"),
    /unknown misconception tok-m99/,
    /misconception:/,
  ],
  ["a formula off by two", "variant", wrap(["interaction", "check"], "+ 2"), /answer and check disagree/, /check:/],
  ["a formula that is none", "variant", wrap(["interaction", "answer"], "*"), /cannot be computed/, /answer:/],
  [
    "a placeholder left",
    "single-choice",
    setField(["stem", "en"], "There are {{n}} tokens"),
    /placeholder \{\{n\}\} is left/,
    /\{\{n\}\}/,
  ],
  [
    "a placeholder that names nothing",
    "variant",
    setField(["stem", "en"], "There are {{nothing}} tokens"),
    /names nothing/,
    /\{\{nothing\}\}/,
  ],
  [
    "a duplicate choice",
    "single-choice",
    setFrom([...choices, 1, "text"], [...choices, 0, "text"]),
    /stands in two parts/,
    /zh:|en:/,
  ],
  [
    "an unbalanced formula",
    "single-choice",
    setField(["stem", "en"], "It is $\\frac{1}{2$ tokens"),
    /formula .* is not valid/,
    /frac/,
  ],
  [
    "a dollar that opens no formula",
    "single-choice",
    setField(["stem", "en"], "It costs $5"),
    /\$ opens no formula/,
    /\$5/,
  ],
  [
    "a broken topic link",
    "single-choice",
    setField(["solution", "en"], "See [it](topic:nowhere)"),
    /no topic nowhere/,
    /nowhere/,
  ],
  [
    "a broken anchor",
    "single-choice",
    setField(["solution", "en"], "See [it](topic:tokenisation#nowhere)"),
    /no section #nowhere/,
    /nowhere/,
  ],
  [
    "an image in a question",
    "single-choice",
    setField(["solution", "en"], "See ![it](x.svg)"),
    /image x\.svg/,
    /x\.svg/,
  ],
  ["HTML in a question", "single-choice", setField(["solution", "en"], "See <b>this</b>"), /HTML is not shown/, /<b>/],
  ["a wrong kind", "ordering", setField(["interaction", "kind"], "sorting"), /unknown kind “sorting”/, /kind: sorting/],
  ["an unknown field", "ordering", setField(["interaction", "itmes"], []), /unknown field itmes/, /itmes/],
  ["YAML that is none", "ordering", (text) => `${text}\n  stem: [`, /not valid YAML/, /.*/],
  [
    "an id that is not the file's name",
    "ordering",
    setField(["id"], "tok-other"),
    /differs from the file's name/,
    /id: tok-other/,
  ],
  ["an id of another topic", "ordering", setField(["id"], "mem-other"), /does not start with tok-/, /id: mem-other/],
  ["a text that nobody wrote", "ordering", setField(["stem"], { zh: "…", en: "…" }), /not written yet/, /…/],
  [
    "a question of difficulty 4 without hints",
    "ordering",
    (text) => setField(["hints"], undefined)(setField(["difficulty"], 4)(text)),
    /without a hint/,
    /.*/,
  ],
  [
    "a passage without its mark",
    "cloze",
    setField(["interaction", "passage", "zh"], "没有空"),
    /passage does not mark/,
    /zh: 没有空/,
  ],
  ["a mark inside a formula", "cloze", intoFormula, /mark of the passage stands inside a formula/, /en:/],
  ["an error without correction", "find-error", dropCorrection, /has no correction/, /- id:|id:/],
  [
    "a model answer that is not recognised",
    "short-answer",
    setField(["interaction", "modelAnswer", "en"], "It depends on the weather."),
    /model answer is not recognised/,
    /en:/,
  ],
  [
    "a repeated id of a part",
    "matching",
    setFrom(["interaction", "pairs", 1, "id"], ["interaction", "pairs", 0, "id"]),
    /is used twice/,
    /id:/,
  ],
];
describe("in a real question", () => {
  test.each(questionFaults)("%s is reported at its line", async (_, kind, change, said, line) => {
    const file = sample.questions[kind];
    const found = await spoil(sample, file, change, before);
    expect(found).toContainEqual(
      expect.objectContaining({
        file,
        what: expect.stringMatching(said) as unknown,
        text: expect.stringMatching(line) as unknown,
      }),
    );
    expect(found.every(({ mend }) => mend.length > 3)).toBe(true);
  });
});
