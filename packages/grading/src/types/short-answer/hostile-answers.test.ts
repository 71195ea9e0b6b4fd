import { expect, test } from "vitest";
import { saysPhrase } from "./match-phrase";
import { relationsIn } from "./relations";
import { shortAnswerAnswer } from "./spec";
import { tokens } from "./tokens";

/** The longest answer that is taken, filled with one thing. */
function filledWith(unit: string): string {
  const text = unit.repeat(Math.ceil(4000 / unit.length)).slice(0, 4000);
  expect(shortAnswerAnswer.safeParse({ kind: "short-answer", text: `${text}.` }).success).toBe(false);
  return text;
}
/** How often a word of the answer is looked at, on average, until it is known whether it says the phrase. */
function looksPerWord(answer: string, phrase: string): number {
  let looks = 0;
  const words = tokens(answer);
  const watched = new Proxy(words, {
    get(list, key): unknown {
      if (typeof key === "string" && /^\d+$/.test(key)) looks++;
      return Reflect.get(list, key);
    },
  });
  saysPhrase(watched, phrase);
  return looks / words.length;
}

// time is not measured: a busy machine is no fault of the answer's
test.each([
  "the cache is shared between heads",
  "keys and values are stored per head and queries are not",
  "a is faster than b because memory bandwidth binds",
  "needs more items",
  "量化之后重新评测每个任务的准确率",
  "先评测再微调",
])("who comes near “%s” all over an answer does not hold up the others", (phrase) => {
  const turnedRound = phrase.split(/ |(?=\p{Script=Han})/u).toReversed();
  for (const unit of [
    `${phrase} `,
    `not ${phrase} `,
    `${phrase} not `,
    `不${phrase}，`,
    `${phrase} is wrong. `,
    `${phrase} is not needed. `,
    `${phrase.slice(0, -4)} not `,
    `${turnedRound.join(" ")} not `,
  ])
    expect([unit, Math.max(1000, looksPerWord(filledWith(unit), phrase))]).toEqual([unit, 1000]);
});
test("who compares all over an answer has the first comparisons read", () => {
  for (const unit of ["甲比乙", "先甲后乙", "p/q ", "x is before y ", "a causes b or depends on c "])
    expect(relationsIn(filledWith(unit)).length).toBeLessThanOrEqual(20);
  expect(relationsIn("甲比乙快，".repeat(17)).length).toBe(17);
});
test("who writes what stands for many characters has as many read as others can write", () => {
  for (const sign of ["ﷺ", "㍿", "㎨", "½"]) {
    const read = tokens(filledWith(`${sign} `)).reduce((sum, { text }) => sum + text.length, 0);
    // a character is in two pairs
    expect(read).toBeLessThanOrEqual(2 * 8000);
  }
});
