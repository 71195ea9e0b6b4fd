import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyAnswer, anyQuestion } from "../../testing/arbitrary-questions";
import { gradeAnswer, gradeTicks, isUnreadable } from "../../grade-answer";
import type { Answer, QuestionSpec } from "../../spec";
import { bigramShare, saysPhrase, wordShare } from "./match-phrase";
import { tokens } from "./tokens";

const pointsOf = ({ interaction }: QuestionSpec) => (interaction.kind === "short-answer" ? interaction.keyPoints : []);
const says = (answer: string, phrase: string) => saysPhrase(tokens(answer), phrase);
const readable = (result: ReturnType<typeof gradeAnswer>) => {
  if (isUnreadable(result)) throw new Error(result.unreadable);
  return result;
};
const grade = (question: QuestionSpec, text: string) => readable(gradeAnswer(question, { kind: "short-answer", text }));
const metIn = (result: ReturnType<typeof grade>) => result.parts.filter(({ right }) => right).map(({ id }) => id);

/** Some key points of a question, each said in one of the languages. */
const said = anyQuestion["short-answer"].chain((question) =>
  fc.tuple(
    fc.constant(question),
    fc.subarray(pointsOf(question)),
    fc.array(fc.constantFrom("zh", "en"), { minLength: 6, maxLength: 6 }),
  ),
);
const sentence = (point: ReturnType<typeof pointsOf>[number], locale: string) =>
  locale === "zh" ? `${point.phrases.zh[0]}。` : `${point.phrases.en[0]}. `;

test("what is said is recognised, in either language and in both mixed, and nothing else is", () => {
  fc.assert(
    fc.property(said, ([question, points, tongues]) => {
      const text = points.map((point, at) => sentence(point, tongues[at] ?? "zh")).join("");
      const result = grade(question, text);
      expect(metIn(result).toSorted()).toEqual(points.map(({ id }) => id).toSorted());
      expect(result.points).toBeCloseTo(points.length / pointsOf(question).length, 12);
      expect(result.verdict).toBe(
        points.length === pointsOf(question).length ? "right" : text === "" ? "wrong" : "pending",
      );
    }),
  );
});
test("the order of sentences does not matter, and one more never costs what was recognised", () => {
  fc.assert(
    fc.property(said, fc.nat(5), ([question, points, tongues], at) => {
      const sentences = points.map((point, n) => sentence(point, tongues[n] ?? "zh"));
      const before = metIn(grade(question, sentences.join("")));
      expect(metIn(grade(question, sentences.toReversed().join("")))).toEqual(before);
      for (const more of pointsOf(question))
        expect(metIn(grade(question, sentences.toSpliced(at, 0, sentence(more, "en")).join("")))).toEqual(
          expect.arrayContaining(before),
        );
    }),
  );
});
test("whatever is written, the machine alone never says wrong", () => {
  const written = anyQuestion["short-answer"].chain((question) => fc.tuple(fc.constant(question), anyAnswer(question)));
  fc.assert(
    fc.property(written, fc.string({ unit: "grapheme" }), ([question, answer], noise) => {
      for (const text of [answer.kind === "short-answer" ? answer.text : "", noise]) {
        const { verdict } = grade(question, text);
        expect(verdict).toBe(text.trim() === "" ? "wrong" : verdict === "right" ? "right" : "pending");
      }
    }),
  );
});
test("each further tick adds its share once, takes nothing away and makes the verdict final", () => {
  fc.assert(
    fc.property(said, fc.nat(), ([question, points, tongues], seed) => {
      const text = `Hm. ${points.map((point, at) => sentence(point, tongues[at] ?? "zh")).join("")}`;
      const answer: Answer = { kind: "short-answer", text };
      const all = pointsOf(question).map(({ id }) => id);
      const ticked = all.filter((_, at) => (seed >> at) & 1);
      const settled = readable(gradeTicks(question, answer, [...ticked, ...ticked]));
      const expected = new Set([...points.map(({ id }) => id), ...ticked]).size / all.length;
      expect(settled.points).toBeCloseTo(expected, 12);
      expect(settled.verdict).toBe(expected === 1 ? "right" : expected === 0 ? "wrong" : "partial");
    }),
  );
});

describe("the shares that a confident match needs", () => {
  const word = fc.stringMatching(/^[bcdfgk][ou][mnp][ou]k$/);
  const phrase = fc.uniqueArray(word, { minLength: 4, maxLength: 8 });
  test("are three quarters of the words and three fifths of the character pairs", () => {
    expect([wordShare, bigramShare]).toEqual([0.75, 0.6]);
    fc.assert(
      fc.property(phrase, fc.nat(8), (words, said) => {
        const some = words.slice(0, Math.min(said, words.length));
        expect(says(some.join(" "), words.join(" "))).toBe(some.length >= words.length * 0.75);
      }),
    );
    const characters = "甲乙丙丁戊己庚辛壬癸子";
    for (let length = 3; length <= 11; length++)
      for (let begun = 2; begun <= length; begun++)
        expect(says(characters.slice(0, begun), characters.slice(0, length))).toBe(
          begun - 1 >= (length - 1) * 0.6 - 1e-9,
        );
  });
  test("are met by the phrase itself, with other words around it, in capitals and in full width", () => {
    fc.assert(
      fc.property(phrase, (words) => {
        const text = words.join(" ");
        for (const answer of [text, `So ${text}, of course.`, text.toUpperCase(), words.join("　"), `因此${text}。`])
          expect(says(answer, text)).toBe(true);
      }),
    );
  });
});

const affirmed = ["training needs many iterations", "attention scales with the square of the length"];
const affirmedInChinese = ["训练需要多次迭代", "注意力随长度平方增长"];
describe("a denial is not a confident match", () => {
  test.each([
    (phrase: string) => `It is not the case that ${phrase}.`,
    (phrase: string) => `I don't think ${phrase}`,
    (phrase: string) => `It is false that ${phrase}.`,
    (phrase: string) => `It has wide heads rather than ${phrase}`,
    (phrase: string) => `It grows instead of ${phrase}`,
    (phrase: string) => `It fails to show that ${phrase}`,
    (phrase: string) => `without ${phrase}`,
    (phrase: string) => `Never ${phrase}`,
    (phrase: string) => `I doubt that ${phrase}`,
    (phrase: string) => `It is a myth that ${phrase}`,
    (phrase: string) => `It isnt so that ${phrase}`,
    (phrase: string) => `Hardly ever ${phrase}`,
  ])("in English, form %#", (deny) => {
    for (const phrase of affirmed) expect([deny(phrase), says(deny(phrase), phrase)]).toEqual([deny(phrase), false]);
  });
  test.each([
    (phrase: string) => `并不是${phrase}。`,
    (phrase: string) => `我不认为${phrase}`,
    (phrase: string) => `而不是${phrase}`,
    (phrase: string) => `没有${phrase}`,
    (phrase: string) => `无需${phrase}`,
    (phrase: string) => `有人错误地认为${phrase}`,
    (phrase: string) => `有人误以为${phrase}`,
    (phrase: string) => `我反对${phrase}`,
    (phrase: string) => `谁说${phrase}`,
  ])("in Chinese, form %#", (deny) => {
    for (const phrase of affirmedInChinese)
      expect([deny(phrase), says(deny(phrase), phrase)]).toEqual([deny(phrase), false]);
  });
  test("and neither is the denial of a phrase that itself denies", () => {
    const denying = ["tokens need not be words", "数字切分不规则", "the weights do not fit"];
    for (const phrase of denying) {
      expect(says(phrase, phrase)).toBe(true);
      expect(says(/[a-z]/.test(phrase) ? `It is not the case that ${phrase}` : `并不是${phrase}`, phrase)).toBe(false);
    }
  });
  test("but a denial in another sentence, a comma further, or of something else does not stand in the way", () => {
    for (const phrase of affirmed)
      for (const answer of [
        `It is not free. ${phrase}.`,
        `${phrase}, not the other way round`,
        `No doubt about it: ${phrase}`,
      ])
        expect([answer, says(answer, phrase)]).toEqual([answer, true]);
    for (const phrase of affirmedInChinese)
      for (const answer of [`并不便宜。${phrase}。`, `${phrase}，而不是相反`, `不仅如此，${phrase}`])
        expect([answer, says(answer, phrase)]).toEqual([answer, true]);
  });
});
describe("what says the contrary is not a confident match", () => {
  test.each([
    ["needs more items", "needs fewer items"],
    ["memory bound at small batch", "memory bound at large batch"],
    ["largest free block below 2 GiB", "largest free block above 2 GiB"],
    ["check the constraint before ordering", "check the constraint after ordering"],
    ["memory grows linearly with the length", "memory grows quadratically with the length"],
    ["16 bytes per parameter", "8 bytes per parameter"],
    ["weights and activations in 8 bits", "weights and activations in 4 bits"],
    ["3/4.2 = 0.714 and 2.585/3 = 0.862", "3/4.2 = 0.714 and 2.585/3 = 0.7"],
    ["2:4 sparsity with its kernels", "2:4 sparsity without its kernels"],
    ["降低安全类的阈值", "提高安全类的阈值"],
    ["小批量受访存限制", "大批量受访存限制"],
    ["误报率远高于 5%", "误报率远低于 5%"],
    ["显存随长度线性增长", "显存随长度平方增长"],
    ["学习率调小", "学习率调大"],
    ["训练后重跑全部评测", "训练前重跑全部评测"],
    ["每参数 16 字节", "每参数 8 字节"],
  ])("%s: %s", (phrase, contrary) => {
    expect([says(phrase, phrase), says(contrary, phrase), says(phrase, contrary)]).toEqual([true, false, false]);
  });
  test("unless the thing itself is said beside it", () => {
    expect(says("at large batch compute binds, at small batch memory binds", "at small batch memory binds")).toBe(true);
    expect(says("compute bound at large batch but memory bound at small batch", "memory bound at small batch")).toBe(
      true,
    );
    expect(says("大批量受算力限制，小批量受访存限制", "小批量受访存限制")).toBe(true);
  });
});
describe("what is taken back behind the statement is not a confident match", () => {
  test.each(["is false", "is simply wrong.", "is a myth", "? No.", ". This is wrong."])("%s", (end) => {
    for (const phrase of affirmed) expect(says(`${phrase}${/^\w/.test(end) ? " " : ""}${end}`, phrase)).toBe(false);
  });
  test.each(["是错的", "不对", "不成立", "是错误的。", "的说法不正确", "，这是错误的"])("……%s", (end) => {
    for (const phrase of affirmedInChinese) expect([end, says(`${phrase}${end}`, phrase)]).toEqual([end, false]);
  });
  test("although something else may be wrong", () => {
    for (const phrase of affirmed)
      expect(says(`The other claim is wrong. ${phrase}. The rest is false.`, phrase)).toBe(true);
    expect(says("most alarms are false。", "most alarms are false")).toBe(true);
  });
});
test("a ratio is not cut into two clauses", () => {
  expect(says("use 2:4 sparsity with its kernels", "2:4 sparsity with its kernels")).toBe(true);
  expect(says("not 2:4 sparsity with its kernels", "2:4 sparsity with its kernels")).toBe(false);
});

test("a phrase that comes late is still found; among a hundred near misses it is left to the learner", () => {
  const miss = "The cache is not shared between heads. ";
  const hit = "The cache is shared between heads.";
  expect(says(miss.repeat(15) + hit, hit)).toBe(true);
  expect(says(miss.repeat(100) + hit, hit)).toBe(false);
});
