import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import { adam, dpo, transfer } from "./simulations";

const { read, lessons, statesInBoth } = topicUnderTest(import.meta.url);
const pointsOf = (svg: string) =>
  [...svg.matchAll(/<polyline points="([^"]+)"/g)].map(([, points = ""]) =>
    points.split(" ").map((point) => point.split(",").map(Number)),
  );

describe("figures", () => {
  test("the curves of the decay figure are those of the simulation", () => {
    const alternating = (size: number) => (_: number, t: number) => (t % 2 ? size : -size);
    const curve = (size: number, coupled: boolean) =>
      Array.from({ length: 51 }, (_, i) => {
        const weight = i ? adam(1, alternating(size), 20 * i, { lr: 0.01, decay: 0.1, coupled }) : 1;
        return [48 + 5 * i, 216 - 170 * weight];
      });
    const expected = [curve(10, true), curve(0.01, true), curve(10, false)];
    curve(0.01, false).forEach(([, y = 0], i) => expect(Math.abs(y - (expected[2]?.[i]?.[1] ?? 0))).toBeLessThan(0.5));
    for (const locale of ["zh", "en"]) {
      const drawn = pointsOf(read(`figures/decay.${locale}.svg`));
      expect(drawn).toHaveLength(3);
      drawn.forEach((points, line) => {
        points.forEach(([x = 0, y = 0], i) => {
          expect(x).toBe(expected[line]?.[i]?.[0]);
          expect(y).toBeCloseTo(expected[line]?.[i]?.[1] ?? Number.NaN, 1);
        });
      });
    }
  });
  test("the bars of the transfer figure are as long as the risks", () => {
    const risks = [1, 0.9, 0.5, -1].flatMap((s) => [transfer(s).tuned, transfer(s).scratch]);
    for (const locale of ["zh", "en"]) {
      const svg = read(`figures/transfer.${locale}.svg`);
      const widths = [...svg.matchAll(/<rect x="84" [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
      expect(widths).toHaveLength(8);
      // The shortest bar is drawn one unit wide so that it can be seen.
      widths.forEach((width, i) => expect(Math.abs(width - Math.max(1, 4.2 * (risks[i] ?? 0)))).toBeLessThan(0.02));
    }
  });
});

describe("numbers in the texts of the lesson", () => {
  test("the base in 16 bits takes 14 GB, Adam's moments 8 bytes, momentum 4", () => {
    expect([7 * 2, 2 * 4, 1 * 4, 2 + 2 + 4 + 2 * 4]).toEqual([14, 8, 4, 16]);
    for (const text of ["占 8 字节", "4 字节", "每个 16 字节", "14 GB"]) expect(lessons[0]).toContain(text);
    for (const text of ["is 8 bytes", "one moment, 4 bytes", "At 16 bytes each", "14 GB"]) expect(lessons[1]).toContain(text);
  });
  test("a frozen weight saves its own gradient, 2 of 6 FLOP per parameter and token", () => {
    const [forward, throughInput, ownGradient] = [2, 2, 2];
    expect(forward + throughInput + ownGradient).toBe(6);
    expect(lessons[0]).toContain("6 FLOP 里约占 2");
    expect(lessons[1]).toContain("about 2 of the 6 FLOP");
  });
});

describe("numbers in the texts of the questions", () => {
  test("a hundredfold budget", () => {
    expect([20 / 100, 20 * 100, 100 * 100]).toEqual([0.2, 2000, 10_000]);
    statesInBoth("train-compute-hundredfold", "0.2");
    const text = read("questions/train-compute-hundredfold.yaml");
    for (const number of ["2000", "2,000", "一万", "10,000"]) expect(text).toContain(number);
    expect(Math.SQRT2.toFixed(2)).toBe("1.41");
    statesInBoth("train-scaling-claims", "1.41");
  });
  test("an ensemble of 2, 5 and 8 at target 4", () => {
    statesInBoth("train-ensemble-ambiguity", "(9 + 0 + 9)/3 = 6", "$(4 + 1 + 16)/3 = 7$", "$(5-4)^2 = 1 = 7 - 6$");
  });
  test("DPO's margin of 6 at β = 0.1", () => {
    const { loss, margin } = dpo([-14, -20], [-11, -11]);
    expect(margin).toBeCloseTo(0.6, 12);
    expect([loss.toFixed(3), Math.log(2).toFixed(3)]).toEqual(["0.437", "0.693"]);
    statesInBoth("train-dpo-chosen-falls", "0.437", "0.693", "(−14, −20)", "(−11, −11)", "β = 0.1", "$\\Delta_l = -9$");
    statesInBoth("train-dpo-loss", "\\log 2 = 0.693");
  });
  test("without bias correction", () => {
    expect([((1 - 0.9) / Math.sqrt(1 - 0.999)).toFixed(3), Math.sqrt(0.001).toFixed(4)]).toEqual(["3.162", "0.0316"]);
    statesInBoth("train-no-bias-correction", "3.162");
    statesInBoth("train-adam-first-step", "0.0316");
  });
  test("√v of two weights under L2", () => {
    const ratio = (weight: number) => Math.hypot(10, 0.1 * weight) / Math.hypot(0.1, 0.1 * weight);
    expect([Math.floor(ratio(1)), ratio(0)]).toEqual([70, 100]);
    expect(1 / (1 - 0.999)).toBeCloseTo(1000, 6);
    statesInBoth("train-adamw-order", "1000");
    const text = read("questions/train-l2-two-weights.yaml");
    expect(text).toContain("70 到 100 倍");
    expect(text).toContain("about 70 to 100");
  });
  test("groups without contrast", () => {
    statesInBoth("train-grpo-equal-rewards", `60% + 25% = ${60 + 25}%`, `${100 - 60 - 25}%`);
    expect((100 / 15).toFixed(1)).toBe("6.7");
  });
  test("the transfer questions", () => {
    const numbers = [0.9, 0.5, -1].map((s) => transfer(s));
    statesInBoth("train-transfer-table", ...numbers.flatMap(({ tuned, scratch }) => [tuned.toFixed(2), scratch.toFixed(2)]));
  });
});
