import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readNumber } from "./read-number";

test.each([
  ["1e3", 1000],
  ["1E+3", 1000],
  ["1,000", 1000],
  ["1 000", 1000],
  ["1\u202f000", 1000],
  ["1_000", 1000],
  ["1'000", 1000],
  ["１０００", 1000],
  ["３，０００．５", 3000.5],
  ["０。５", 0.5],
  ["－３", -3],
  ["−3.5", -3.5],
  ["+5", 5],
  [".5", 0.5],
  ["5.", 5],
  ["3×10^3", 3000],
  ["3x10³", 3000],
  ["3*10**3", 3000],
  ["3·10^{3}", 3000],
  ["3 × 10⁻³", 0.003],
  ["10^6", 1e6],
  ["2^10", 1024],
  ["1/3", 1 / 3],
  ["1.5万", 15000],
  ["2亿", 2e8],
  ["3千万", 3e7],
  ["1.2万亿", 1.2e12],
  ["≈7", 7],
  ["-10^3", -1000],
  ["½", 0.5],
  ["1’000", 1000],
  ["16。", 16],
  ["约 7", 7],
  ["约为 7", 7],
  ["大约是7", 7],
  ["about 7", 7],
  ["Approx. 7", 7],
  ["∼7", 7],
  ["7 左右", 7],
  ["7 万左右", 70000],
  ["负7", -7],
  ["minus 7", -7],
  ["12,345,678.9", 12345678.9],
] as const)("people write %s for %d", (text, value) => {
  expect(readNumber(text)?.value).toBe(value);
});
test.each([
  ["80 GB", 80, "GB"],
  ["80GB/s", 80, "GB/s"],
  ["50%", 50, "%"],
  ["５０％", 50, "%"],
  ["1.5e3 MB", 1500, "MB"],
  ["2亿 tokens", 2e8, "tokens"],
  ["$5", 5, "$"],
  ["￥5", 5, "¥"],
  ["3 µs", 3, "μs"],
  ["5 1/s", 5, "1/s"],
  ["80 GB.", 80, "GB"],
])("%s is %d with a unit", (text, value, unit) => {
  expect(readNumber(text)).toEqual({ value, unit });
});
test.each([
  "",
  "abc",
  "1,5",
  "1,00",
  "0,005",
  "1½",
  "10₃",
  "1.2.3",
  "12 34",
  "1,0000",
  "--3",
  "1e999",
  "NaN",
  "Infinity",
  "一千",
  "0x10 0",
])("%j is no number that anyone agrees on", (text) => {
  expect(readNumber(text)?.unit === undefined ? readNumber(text) : null).toBeNull();
});
test("every way to write an integer reads the same", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
      const plain = String(n);
      const grouped = plain.replace(/\B(?=(\d{3})+$)/g, ",");
      const wide = plain.replace(/[\d-]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
      const minus = plain.replace("-", "−");
      const exponent = n.toExponential();
      for (const text of [
        plain,
        grouped,
        grouped.replaceAll(",", " "),
        grouped.replaceAll(",", "_"),
        wide,
        minus,
        exponent,
        ` ${plain} `,
      ])
        expect(readNumber(text)).toEqual({ value: n });
    }),
  );
});
test("no text makes the reader throw", () => {
  fc.assert(fc.property(fc.string(), (text) => void readNumber(text)));
});
