import { evaluateFormula } from "@tidao/grading";
import { describe, expect, test } from "vitest";
import { bothSay, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  account,
  atClock,
  bestHours,
  bestWindow,
  decodeStep,
  expertsTouched,
  fleet,
  integrate,
  matrixVector,
  overPeriod,
  runNow,
} from "./simulations";

const { question, spec, draws, everyKey, correctIds, wrongSpans, whyOf, statesInBoth, met, authorMeetsAll } =
  topicUnderTest(import.meta.url);
const percent = (share: number, digits = 0) => `${(100 * share).toFixed(digits)}%`;
/** Where `positive` turns from true to false, between 0 and `high`. */
function crossing(positive: (x: number) => boolean, high: number): number {
  let low = 0;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (positive(middle)) low = middle;
    else high = middle;
  }
  return low;
}

describe("units and accounting", () => {
  test("add up day by day", () => {
    everyKey("energy-training-tonnes", ({ n = NaN, w = NaN, d = NaN, u = NaN, g = NaN }) => {
      let grams = 0;
      for (let day = 0; day < d; day++) grams += account(n * w, 24, u, g).tonnes * 1e6;
      return grams / 1e6;
    });
    let wattHours = 0;
    for (let million = 0; million < 50; million++) wattHours += 0.24 * 1e6;
    expect(wattHours / 1e6).toBe(12);
    expect(evaluateFormula(question("energy-prompts-mwh").interaction.answer, {})).toBe(12);
    statesInBoth("energy-prompts-mwh", "12 MWh", "1.2×10⁷ Wh");
    expect([account(1, 1, 1, 1).joules, 700 / 2800]).toEqual([3.6e6, 0.25]);
    bothSay(question("energy-units-cloze").solution, "3.6×10⁶ J", "0.25 J");
    expect(question("energy-units-cloze").interaction.blanks.map(({ accept }) => accept.en[0])).toEqual([
      "3.6×10^6",
      "0.25",
      "PUE",
      "carbon intensity",
    ]);
  });
  test("compare two runs by carbon", () => {
    const [a, b] = [account(433_000, 1, 1, 57).tonnes, account(150_000, 1, 1, 429).tonnes];
    expect([a.toFixed(1), b.toFixed(2), (b / a).toFixed(1), (433 / 150).toFixed(1)]).toEqual([
      "24.7",
      "64.35",
      "2.6",
      "2.9",
    ]);
    expect(correctIds("energy-which-emits")).toEqual(["b"]);
    statesInBoth("energy-which-emits", "24.7 t", "64.35 t", "2.6 ", "2.9");
  });
  test("weigh samples by time", () => {
    everyKey(
      "energy-trapezoid",
      ({ a = NaN, b = NaN, c = NaN, s = NaN, u = NaN }) =>
        integrate([
          [0, a],
          [s, b],
          [u, c],
        ]).joules,
    );
  });
  test("need boundary, denominator and period", () => {
    expect(correctIds("energy-fair-figure")).toEqual(["host", "pue", "count", "period"]);
    expect(question("energy-audit-order").interaction.items.map(({ id }) => id)).toEqual([
      "unit",
      "sample",
      "integrate",
      "facility",
      "grid",
      "embodied",
      "divide",
    ]);
    expect(question("energy-accounting-terms").interaction.pairs).toHaveLength(6);
    expect(correctIds("energy-unreleased")).toEqual(["idle"]);
    // the chat service of the lesson: busy card energy per token, and the facility's energy per answer with all cards kept on
    const [before, after] = [16, 4].map((bits) => decodeStep({ batch: 64, bits, context: 1000 }));
    const [t0, t1] = [before?.seconds ?? NaN, after?.seconds ?? NaN];
    const answer = (card: number, busy: number) => card + 100 * busy + 250 * (t0 / 0.6 - busy);
    const shares = [
      1 - (after?.perToken ?? NaN) / (before?.perToken ?? NaN),
      1 - answer(64 * (after?.perToken ?? NaN), t1) / answer(64 * (before?.perToken ?? NaN), t0),
    ];
    expect(shares.map((share) => percent(share))).toEqual(["37%", "11%"]);
    expect(percent(1 - 1.1 / 1.5)).toBe("27%");
  });
});

describe("the clock", () => {
  test("is best where the slope changes sign", () => {
    everyKey(
      "energy-best-clock",
      ({ p = NaN, c = NaN }) => {
        const energy = (f: number) => atClock(f, { compute: 1, memory: 0, static: p, dynamic: c }).joules;
        return crossing((f) => f < 0.05 || energy(f + 1e-6) < energy(f - 1e-6), 1);
      },
      3,
    );
    for (const [, key] of draws("energy-best-clock")) expect(key > 0.1 && key < 1).toBe(true);
  });
  test("takes power times the longer time", () => {
    everyKey("energy-clock-joules", ({ s = NaN, p = NaN, c = NaN, f = NaN }) => {
      // in slices of the stretched time
      let joules = 0;
      for (let slice = 0; slice < 1000; slice++) joules += ((p + c * f * f * f) * s) / f / 1000;
      return joules;
    });
  });
  test("of the colleague's job is best at a half", () => {
    const energy = (f: number) => atClock(f, { compute: 1, memory: 0, static: 100, dynamic: 400 }).joules;
    expect([1, 0.5, 0.2].map((f) => Math.round(energy(f) * 1e6) / 1e6)).toEqual([500, 300, 516]);
    expect(100 + 400 * 0.2 ** 3).toBeCloseTo(103.2, 9);
    expect(Math.cbrt(100 / 800)).toBeCloseTo(0.5, 12);
    expect(correctIds("energy-lowest-clock")).toEqual(["half"]);
    statesInBoth("energy-lowest-clock", "103.2 W", "516 J", "500 J", "300 J");
  });
  test("should be as low as the period allows when idling costs as much", () => {
    const cost = (f: number) => overPeriod(f, { compute: 1, memory: 0 }, 3, 150);
    for (let f = 0.35; f < 1; f += 0.05) expect(cost(f)).toBeLessThan(cost(f + 0.05));
    expect(correctIds("energy-idle-credit")).toEqual(["slowest"]);
    expect(correctIds("energy-cap-decode")).toEqual(["bandwidth"]);
  });
  test("has three wrong claims in its report", () => {
    expect(wrongSpans("energy-clock-report")).toEqual(["energy", "lowest", "decode"]);
    const power = 150 + 550 * 0.2 ** 3;
    const { seconds, joules } = atClock(0.2, { compute: 1, memory: 0 });
    expect([power.toFixed(1), percent(1 - power / 700), seconds, joules.toFixed(0), 150 * seconds]).toEqual([
      "154.4",
      "78%",
      5,
      "772",
      750,
    ]);
    const best = Math.cbrt(150 / 1100);
    expect([best.toFixed(3), atClock(best, { compute: 1, memory: 0 }).joules.toFixed(0)]).toEqual(["0.515", "437"]);
    statesInBoth("energy-clock-report", "154.4 W", "78%", "772 J", "750 J", "437 J", "0.515");
  });
});

describe("the batch", () => {
  test("turns where bisection finds it", () => {
    everyKey("energy-turning-batch", ({ b = NaN, w = NaN, f = NaN }) =>
      crossing((batch) => (8e9 * b) / 8 / (w * 1e12) > (2 * 8e9 * batch) / (f * 1e12), 1e5),
    );
  });
  test("takes each power for its own time", () => {
    everyKey("energy-token-joules", ({ n = NaN, w = NaN, b = NaN, p = NaN }) => {
      const [read, compute] = [(n * 1e9 * 2) / (w * 1e12), (2 * n * 1e9 * b) / 600e12];
      expect(read).toBeGreaterThan(compute);
      // average power over the step, times its length
      const watts = p + 150 + 400 * (compute / read);
      return (watts * read) / b;
    });
  });
  test("never computes long enough above a length of context", () => {
    everyKey("energy-context-limit", ({ n = NaN, f = NaN, w = NaN, k = NaN }) => {
      const batch = 1e12;
      return crossing(
        (context) => (n * 1e9 * 2 + batch * k * 1000 * context) / (w * 1e12) < (2 * n * 1e9 * batch) / (f * 1e12),
        1e6,
      );
    });
  });
  test("of 64 draws more and uses less", () => {
    const [one, many] = [decodeStep({ batch: 1 }), decodeStep({ batch: 64 })];
    const rates = [1 / one.seconds, 64 / many.seconds];
    expect([one.watts.toFixed(1), rates[0]?.toFixed(1), many.watts.toFixed(1), rates[1]?.toFixed(0)]).toEqual([
      "302.3",
      "209.4",
      "444.5",
      "13400",
    ]);
    expect([
      (302.3 / 209.4).toFixed(2),
      (444.5 / 13_400).toFixed(4),
      Math.floor(302.3 / 209.4 / (444.5 / 13_400)),
    ]).toEqual(["1.44", "0.0332", 43]);
    expect(correctIds("energy-higher-watts")).toEqual(["b"]);
    statesInBoth("energy-higher-watts", "302.3", "209.4", "444.5", "13,400", "1.44 J", "0.0332 J", "43");
  });
  test("orders six settings", () => {
    const settings = { b1: [1, 16], b1q: [1, 4], b8: [8, 16], b8q: [8, 4], b64: [64, 16], b64q: [64, 4] } as const;
    const steps = Object.entries(settings).map(([id, [batch, bits]]) => ({ id, ...decodeStep({ batch, bits }) }));
    const sorted = steps.toSorted((a, b) => b.perToken - a.perToken);
    expect(question("energy-token-order").interaction.items.map(({ id }) => id)).toEqual(sorted.map(({ id }) => id));
    bothSay(question("energy-token-order").interaction.why, ...sorted.map(({ perToken }) => perToken.toFixed(3)));
    for (const [i, { watts }] of sorted.entries()) {
      const item = question("energy-token-order").interaction.items[i];
      if (item) bothSay(item.text, `${watts.toFixed(0)} W`);
    }
    expect(sorted.map(({ watts }) => watts)).toEqual(sorted.map(({ watts }) => watts).toSorted((a, b) => a - b));
    const last = decodeStep({ batch: 64, bits: 4 });
    expect(last.compute).toBeGreaterThan(last.memory);
    // 8 times the batch against a quarter of the bits
    expect(decodeStep({ batch: 8 }).perToken).toBeLessThan(decodeStep({ batch: 1, bits: 4 }).perToken);
  });
  test("at 8 gains from three of six measures", () => {
    expect(correctIds("energy-what-lowers")).toEqual(["double", "clock", "four"]);
    const at = (batch: number, bits = 16) => decodeStep({ batch, bits });
    expect(at(16).perToken).toBeLessThan(at(8).perToken);
    expect(at(8, 4).perToken).toBeLessThan(at(8).perToken);
    expect(at(4).watts).toBeLessThan(at(8).watts);
    expect(at(4).perToken / at(8).perToken).toBeGreaterThan(1.9);
    expect((0.25 * at(8).memory) / at(8, 4).memory).toBeCloseTo(1, 9);
  });
  test("explains the dashboard", () => {
    const [one, many] = [decodeStep({ batch: 1 }), decodeStep({ batch: 256 })];
    const rates = [1 / one.seconds, 256 / many.seconds];
    expect([one.watts.toFixed(0), many.watts.toFixed(0), ((rates[1] ?? NaN) / (rates[0] ?? NaN)).toFixed(0)]).toEqual([
      "302",
      "654",
      "177",
    ]);
    expect([rates[0]?.toFixed(0), Math.round((rates[1] ?? NaN) / 100) * 100]).toEqual(["209", 37_100]);
    expect([(302 / 209).toFixed(2), (654 / 37_100).toFixed(4), one.perToken / many.perToken]).toEqual([
      "1.44",
      "0.0176",
      expect.closeTo(82, 0),
    ]);
    bothSay(question("energy-explain-watts").stem, "302 W", "654 W", "177");
    bothSay(question("energy-explain-watts").interaction.modelAnswer, "302/209", "1.44 J", "654/37,100", "0.0176 J");
  });
});

describe("hardware, models and devices", () => {
  test("share idle power at low load", () => {
    everyKey(
      "energy-fleet-token",
      ({ d = NaN, m = NaN, r = NaN, u = NaN }) => fleet((r * u) / 100, { idle: d, full: m, rate: r }).perToken,
    );
  });
  test("pay one over the efficiency", () => {
    everyKey("energy-parallel-energy", ({ n = NaN, k = NaN, w = NaN, h = NaN, p = NaN }) => {
      const hours = (n * h) / ((n * k * p) / 100);
      let kWh = 0;
      for (let gpu = 0; gpu < n * k; gpu++) kWh += w * hours;
      return kWh;
    });
    expect([(1 / (2 * 0.7)).toFixed(2), (1 / 0.7).toFixed(2), (0.8 * 1.1).toFixed(2)]).toEqual([
      "0.71",
      "1.43",
      "0.88",
    ]);
    expect(correctIds("energy-shorter-dearer")).toEqual(["gpus"]);
    statesInBoth("energy-shorter-dearer", "0.71", "1.43", "0.88", "0.85");
  });
  test("have three wrong claims in the report of a move", () => {
    expect(wrongSpans("energy-scale-report")).toEqual(["energy", "grid", "tdp"]);
    const hours = (8 * 100) / (64 * 0.6);
    expect([
      hours.toFixed(1),
      8 * 0.5,
      64 * 0.5,
      (32 * hours).toFixed(0),
      4 * 100,
      (1 / 0.6).toFixed(2),
      400 / 50,
    ]).toEqual(["20.8", 4, 32, "667", 400, "1.67", 8]);
    expect(percent((32 * hours) / 400 - 1)).toBe("67%");
    statesInBoth("energy-scale-report", "20.8 h", "32 kW", "667 kWh", "400 kWh", "1.67", "67%", "27%");
  });
  test("route as a thousand requests do", () => {
    everyKey("energy-routing-saving", ({ r = NaN, s = NaN, x = NaN }) => {
      let total = 0;
      for (let request = 0; request < 10_000; request++) {
        const small = request < r * 100;
        const repeated = request < r * x;
        total += (small ? s : 100) + (repeated ? 100 : 0);
      }
      return 100 - total / 10_000;
    });
  });
  test("read bytes rather than compute", () => {
    const { perProduct, dramShare } = matrixVector(4096, 1);
    expect([
      perProduct,
      percent(dramShare, 1),
      percent(2.3 / perProduct, 2),
      percent(320 / perProduct, 1),
      (640 / 256).toFixed(1),
    ]).toEqual([644.6, "99.3%", "0.36%", "49.6%", "2.5"]);
    expect([percent(2.3 / perProduct, 1), percent(4.6 / perProduct, 1)]).toEqual(["0.4%", "0.7%"]);
    expect(correctIds("energy-bytes-or-arithmetic")).toEqual(["second"]);
    statesInBoth("energy-bytes-or-arithmetic", "644.6", "99.3%", "0.36%", "49.6%", "2.5 pJ", "0.7%");
  });
  test("touch all experts in a large batch", () => {
    expect(correctIds("energy-moe-claims")).toEqual(["resident", "small", "large"]);
    expect([1, 32, 256].map((batch) => expertsTouched(64, 2, batch).toFixed(2))).toEqual(["2.00", "40.83", "63.98"]);
    bothSay(whyOf("energy-moe-claims", "large"), "63.98");
    bothSay(question("energy-moe-claims").solution, "41");
    expect(64 / 2).toBe(32);
    expect(question("energy-method-lever").interaction.pairs).toHaveLength(6);
  });
});

describe("the schedule", () => {
  test("saves what the hours say", () => {
    everyKey("energy-shift-saving", ({ h = NaN, p = NaN, a = NaN, b = NaN, x = NaN, r = NaN }) => {
      let [now, split] = [0, 0];
      for (let hour = 0; hour < h; hour++) [now, split] = [now + p * a, split + p * b];
      for (let restart = 0; restart < x; restart++) split += r * b;
      return (now - split) / 1000;
    });
  });
  test("of eight hours has three true claims", () => {
    const day = [300, 100, 300, 100, 300, 100, 300, 300];
    expect([runNow(day, 3, 10).grams, bestWindow(day, 3, 8, 10).grams, bestHours(day, 3, 8, 10).grams]).toEqual([
      7000, 5000, 3000,
    ]);
    expect(bestHours(day, 3, 8, 10, 40)).toEqual({ hours: [1, 2, 3], grams: 9000 });
    expect(3000 + 3 * 100 * 40).toBe(15_000);
    expect(correctIds("energy-schedule-claims")).toEqual(["now", "free", "window"]);
    statesInBoth("energy-schedule-claims", "7000 g", "5000 g", "3000 g", "9000 g", "12,000 g", "15,000 g");
    expect(correctIds("energy-marginal")).toEqual(["split"]);
  });
});

test.each([
  "training-tonnes",
  "best-clock",
  "clock-joules",
  "turning-batch",
  "token-joules",
  "context-limit",
  "parallel-energy",
  "fleet-token",
  "routing-saving",
  "shift-saving",
  "trapezoid",
])("wrong answers of every draw stand apart: %s", (name) => {
  const { interaction } = spec(`energy-${name}`);
  if (interaction.kind !== "numeric" || !("relative" in interaction.tolerance)) throw new Error(name);
  for (const [values, key] of draws(`energy-${name}`)) {
    expect(key).toBeGreaterThan(0);
    const all = [key, ...interaction.distractors.map(({ value }) => evaluateFormula(value, values))];
    for (const [i, a] of all.entries())
      for (const b of all.slice(0, i)) {
        const apart = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
        expect(apart, `${JSON.stringify(values)} ${a} ${b}`).toBeGreaterThan(2 * interaction.tolerance.relative);
      }
  }
});

describe("short answers", () => {
  test.each(["energy-halve-answer", "energy-explain-watts"])(
    "of the author meet all points and stems none: %s",
    authorMeetsAll,
  );
  test.each([
    [
      "energy-halve-answer",
      "Measure energy per token with host and idle included. Use continuous batching. Put a power cap on decode. Quantise the weights to 4 bits. Then switch off idle replicas.",
    ],
    [
      "energy-halve-answer",
      "先测每 token 的能耗，把主机和空闲也算进去。增大有效批量。解码的时候降低频率。做 4 位权重量化。把空闲副本关掉。",
    ],
    [
      "energy-explain-watts",
      "Energy per token is what matters. The weights are read once for the whole batch. Beyond some batch it becomes compute bound. The cap would slow the step. Try several caps and measure.",
    ],
    [
      "energy-explain-watts",
      "要看每 token 能耗。读一次权重由更多 token 分摊。过了转折点就受算力限制。封顶会拖慢速度。试几档功率上限再定。",
    ],
  ])("in other words meet all points: %s, %s", (id, text) => {
    expect(met(id, text)).toHaveLength(5);
  });
  test.each([
    [
      "energy-halve-answer",
      "Run everything at the lowest clock, prefill first, and smaller batches, so that power is low. No measurement is needed, and idle machines cost nothing.",
    ],
    ["energy-halve-answer", "把所有频率降到最低，批量也调小，功率低就省电。不用测量，空闲机器不耗电。"],
    [
      "energy-explain-watts",
      "Power has doubled, so efficiency is worse. Set the cap at 300 W at once; it does not slow anything. FLOPs determine energy.",
    ],
    ["energy-explain-watts", "功率翻倍说明能效变差，应该马上封顶 300 W，这样不会变慢。能耗由 FLOPs 决定。"],
  ])("that say the opposite meet none: %s, %s", (id, text) => {
    expect(met(id, text)).toEqual([]);
  });
});
