import { expect, test } from "vitest";
import { askedDigits, shownKey } from "./shown-key";

test.each([
  ["How many times larger? Answer to one decimal.", { decimals: 1 }],
  ["是它的多少倍？保留一位小数。", { decimals: 1 }],
  ["它的概率是多少？（保留三位小数）", { decimals: 3 }],
  ["A decimal, three places.", { decimals: 3 }],
  ["共占多少 GB？保留 2 位小数。", { decimals: 2 }],
  ["As a decimal, to 0.001.", { decimals: 3 }],
  ["写成小数，精确到 0.01。", { decimals: 2 }],
  ["By what factor does it change? (to 0.1%)", null],
  ["The gate is 0.99 for 40 steps and drops to 0.1 for 2 more. What is left?", null],
  ["变成几倍？（精确到 1%）", null],
  ["Give three significant digits.", { significant: 3 }],
  ["保留三位有效数字。", { significant: 3 }],
  ["Round to a whole number.", { decimals: 0 }],
  ["Weights are stored with two decimals. What is the sum, to four decimals?", { decimals: 4 }],
  ["它是正例的概率是多少？（小数，四位。）", { decimals: 4 }],
  ["有效样本量是多少？取整。", { decimals: 0 }],
  ["同样是对称 4 位就近取整，误差是多少？", null],
  ["How many decimals does it have?", null],
  ["To 12 decimals.", null],
  ["保留十二位小数。", null],
])("%s asks for %j", (stem, digits) => {
  expect(askedDigits(stem)).toEqual(digits);
});

const relative = (share: number) => ({ relative: share });
test.each([
  // as asked, zeros included
  [32768 / 576, relative(0.005), "Answer to one decimal.", "56.9"],
  [2.2, relative(0.005), "Two decimals.", "2.20"],
  [40 / 3, { absolute: 0.3 }, "保留一位小数", "13.3"],
  [-0.814486, { absolute: 0.02 }, "Give two decimals.", "-0.81"],
  [0.169013, relative(0.01), "三位有效数字", "0.169"],
  [1.005, { absolute: 0.01 }, "two decimals", "1.01"],
  [17.6, relative(0.05), "Round to a whole number.", "18"],
  // too few digits would not be right themselves
  [0.0042, relative(0.005), "Two decimals.", "0.0042"],
  // as known
  [7 / 3, relative(0.01), "How long?", "2.333"],
  [67.10886, relative(0.01), "How much?", "67.1"],
  [0.0015625, relative(0.005), "How much?", "0.001563"],
  [1234567.8, relative(0.01), "How much?", "1234568"],
  // nothing to round
  [138092, relative(0.005), "How many?", "138092"],
  [8.5, relative(0.01), "How many?", "8.5"],
  [1 / 3, { absolute: 0 }, "How much?", "0.333333"],
  [1.5e20, relative(0.01), "How many?", "1.5e20"],
  [0, { absolute: 0.1 }, "One decimal.", "0"],
])("%d within %j, where “%s”, is shown as %s", (answer, tolerance, stem, shown) => {
  expect(shownKey({ answer, tolerance }, stem)).toBe(shown);
  expect(shownKey({ answer, tolerance, unit: "GB" }, stem)).toBe(`${shown} GB`);
});
