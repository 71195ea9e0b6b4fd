import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyQuestion } from "../../testing/arbitrary-questions";
import { gradeAnswer, isUnreadable } from "../../grade-answer";
import { sampleQuestion } from "../../sample-questions";
import type { QuestionSpec } from "../../spec";

const numeric = (rest: Record<string, unknown>) =>
  sampleQuestion({ kind: "numeric", tolerance: { absolute: 0 }, ...rest });
/** What comes of a typed text: its points, or why it was sent back. */
function type(question: QuestionSpec, text: string) {
  const result = gradeAnswer(question, { kind: "numeric", text });
  return isUnreadable(result) ? result.unreadable : result.points;
}
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));
const grouped = (text: string, sign: string) =>
  text.replace(/^(-?)(\d+)/, (_, minus: string, whole: string) => minus + whole.replace(/\B(?=(\d{3})+$)/g, sign));
const superscript = (power: string) =>
  power.replace(/[\d-]/g, (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"["0123456789-".indexOf(sign)] ?? "");

const decimal = fc.integer({ min: -99_999_999, max: 99_999_999 }).chain((n) => fc.constantFrom(n, n / 10, n / 1000));
const spellings = (n: number): string[] => {
  const plain = String(n);
  const [mantissa = "", exponent = ""] = n.toExponential().replace("+", "").split("e");
  return [
    plain,
    ` ${plain} `,
    `${plain}。`,
    grouped(plain, ","),
    grouped(plain, " "),
    grouped(plain, "\u202f"),
    grouped(plain, "’"),
    grouped(plain, "_"),
    wide(plain),
    wide(grouped(plain, ",")),
    wide(`${mantissa}e${exponent}`),
    plain.replace("-", "−"),
    plain.replace("-", "－"),
    n < 0 ? plain : `+${plain}`,
    `${mantissa}e${exponent}`,
    `${mantissa}E${exponent}`,
    `${mantissa}×10^${exponent}`,
    `${mantissa} × 10^{${exponent}}`,
    `${mantissa}*10**${exponent}`,
    `${mantissa}x10${superscript(exponent)}`,
    `约 ${plain}`,
    `≈${plain}`,
  ];
};

test("every usual way to write a number is that number", () => {
  fc.assert(
    fc.property(decimal, (n) => {
      const question = numeric({ answer: n });
      for (const text of spellings(n)) expect([text, type(question, text)]).toEqual([text, 1]);
    }),
  );
});
test("a Chinese unit of number multiplies", () => {
  const units: [string, number][] = [
    ["千", 1e3],
    ["万", 1e4],
    ["百万", 1e6],
    ["千万", 1e7],
    ["亿", 1e8],
    ["万亿", 1e12],
  ];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(...units), (n, [unit, factor]) => {
      const question = numeric({ answer: (n / 10) * factor, tolerance: { relative: 1e-9 } });
      for (const text of [`${n / 10}${unit}`, `${n / 10} ${unit}`, `${wide(String(n / 10))}${unit}`])
        expect([text, type(question, text)]).toEqual([text, 1]);
    }),
  );
});

describe("a comma that may be a decimal point", () => {
  test("is never left out: 1,5 is not 15", () => {
    const behind = fc.stringMatching(/^\d{1,2}$|^\d{4,6}$/);
    fc.assert(
      fc.property(fc.nat(9999), behind, fc.constantFrom(",", "，", "、", " ", "'", "_"), (whole, digits, sign) => {
        const closedUp = numeric({ answer: Number(`${whole}${digits}`), tolerance: { relative: 0.2 } });
        expect(["number", "unitless"]).toContain(type(closedUp, `${whole}${sign}${digits}`));
      }),
    );
  });
  test("is sent back behind a leading zero: 0,005 is five thousandths to half of Europe", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{3}$/), fc.constantFrom("0", "-0", "００", "00"), (digits, zero) => {
        expect(type(numeric({ answer: Number(digits) }), `${zero},${digits}`)).toBe("number");
      }),
    );
  });
  test.each(["1.000,5", "1,000,5", "1,00,000", "1,000 000", "1.000.000", "1 000,5", "1e3,5", "1,5e3", "1½,5"])(
    "%s is sent back",
    (text) => {
      expect(type(numeric({ answer: 1000, tolerance: { absolute: 1e9 } }), text)).toBe("number");
    },
  );
});

describe("a tolerance", () => {
  const around = fc.tuple(anyQuestion.numeric, fc.double({ min: 0, max: 3, noNaN: true }));
  test("is the same on both sides of the answer: a share of it, or a distance from it", () => {
    fc.assert(
      fc.property(around, ([question, share]) => {
        const { interaction } = question;
        if (interaction.kind !== "numeric" || typeof interaction.answer !== "number") throw new Error("a number");
        const { answer, tolerance } = interaction;
        const allowed = "relative" in tolerance ? tolerance.relative * Math.abs(answer) : tolerance.absolute;
        const away = allowed * share;
        fc.pre(Math.abs(share - 1) > 1e-6 && away > 1e-6);
        const within = share < 1 ? 1 : 0;
        expect(type(question, String(answer + away))).toBe(within);
        expect(type(question, String(answer - away))).toBe(within);
      }),
    );
  });
  test("holds at its edge, where binary rounding must not decide", () => {
    expect(type(numeric({ answer: 0.3, tolerance: { absolute: 0.1 } }), "0.2")).toBe(1);
    expect(type(numeric({ answer: 0.3, tolerance: { absolute: 0.1 } }), "0.4")).toBe(1);
    expect(type(numeric({ answer: 70, tolerance: { relative: 0.01 } }), "70.7")).toBe(1);
    expect(type(numeric({ answer: 70, tolerance: { relative: 0.01 } }), "69.3")).toBe(1);
    expect(type(numeric({ answer: 70, tolerance: { relative: 0.01 } }), "70.71")).toBe(0);
  });
  test("nearer is never worse", () => {
    fc.assert(
      fc.property(anyQuestion.numeric, fc.double({ min: -2, max: 2, noNaN: true }), (question, share) => {
        const { interaction } = question;
        if (interaction.kind !== "numeric" || typeof interaction.answer !== "number") throw new Error("a number");
        const [far, near] = [1 + share, 1 + share / 2].map((factor) =>
          type(question, String((interaction.answer as number) * factor)),
        );
        if (far === 1) expect(near).toBe(1);
      }),
    );
  });
});

describe("a unit", () => {
  const listed = { GB: 1, MB: 1e-3, KB: 1e-6, GiB: 1.073741824, TB: 1000 };
  test("of the list counts by its factor, whatever its width and spacing; without one the shown unit is meant", () => {
    const units = Object.entries(listed).map(([unit, factor]) => ({ unit, factor }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(...units), (n, { unit, factor }) => {
        const question = numeric({ answer: n * factor, unit: "GB", units, tolerance: { relative: 1e-9 } });
        for (const text of [
          `${n} ${unit}`,
          `${n}${unit}`,
          wide(`${n}${unit}`),
          `${n} ${unit.toLowerCase()}`,
          `${n} ${unit}。`,
          `${n} ${unit}.`,
        ])
          expect([text, type(question, text)]).toEqual([text, 1]);
        expect(type(question, String(n))).toBe(factor === 1 ? 1 : 0);
      }),
    );
  });
  test("that is not of the list is sent back: prefixes are not guessed", () => {
    const question = numeric({
      answer: 16,
      unit: "GB",
      units: [
        { unit: "GB", factor: 1 },
        { unit: "GiB", factor: 1.073741824 },
      ],
    });
    for (const text of ["16 PB", "16 MB", "16 G", "16 吉字节", "16 bytes", "16k", "16 GB/s", "16%"])
      expect([text, type(question, text)]).toEqual([text, "unit"]);
  });
  test("that differs from a listed one in the case of a letter that means something is sent back", () => {
    const typed = (unit: string, text: string) =>
      type(numeric({ answer: 7, unit, units: [{ unit, factor: 1 }], tolerance: { absolute: 0 } }), text);
    for (const [unit, text] of [
      ["mJ", "7 MJ"],
      ["MWh", "7 mWh"],
      ["ms", "7 Ms"],
      ["GB", "7 Gb"],
      ["GB/s", "7 Gb/s"],
      ["MiB", "7 Mib"],
      ["Gb/s", "7 GB/s"],
    ] as const)
      expect([unit, text, typed(unit, text)]).toEqual([unit, text, "unit"]);
    for (const [unit, text] of [
      ["mJ", "7 mj"],
      ["MWh", "7 MWH"],
      ["MWh", "7 mwh"],
      ["ms", "7 MS"],
      ["GB", "7 gb"],
      ["GB/s", "7 gb/s"],
      ["GB/s", "7 GB/S"],
      ["MB", "7 mb"],
      ["kWh", "7 KWh"],
      ["Gb/s", "7 gb/s"],
    ] as const)
      expect([unit, text, typed(unit, text)]).toEqual([unit, text, 1]);
  });
  test.each([
    ["1/s", ["5 1/s", "5/s", "5 /s", "5"]],
    ["m²", ["5 m²", "5 m^2", "5 m2", "5m²"]],
    ["s⁻¹", ["5 s⁻¹", "5 s^-1"]],
    ["µs", ["5 µs", "5 μs", "5 us", "5us"]],
    ["kW·h", ["5 kWh", "5 kW·h", "5 kW h", "5 kW*h"]],
    ["token/s", ["5 token/s", "5 tokens/s", "5 Tokens / s"]],
    ["天", ["5 天", "5天", "５天"]],
    ["%", ["5%", "5 %", "５％", "5"]],
    ["$", ["$5", "5 $", "＄5"]],
    ["美元", ["5 美元", "5美元"]],
  ])("%s is read as people write it", (unit, texts) => {
    for (const text of texts) expect([text, type(numeric({ answer: 5, unit }), text)]).toEqual([text, 1]);
  });
});

test("a fraction, a root sign, a subscript or a range is not made into another number", () => {
  expect(type(numeric({ answer: 0.5 }), "1/2")).toBe(1);
  expect(type(numeric({ answer: 0.5 }), "½")).toBe(1);
  expect(type(numeric({ answer: -1000 }), "-10^3")).toBe(1);
  for (const text of ["1½", "1 1/2", "10₃", "3~5", "3-5", "√2", "1/0", "0x10", "1e999", "1万5"])
    expect(["number", "unitless"]).toContain(type(numeric({ answer: 1, tolerance: { absolute: 1e9 } }), text));
});
