import { describe, expect, test } from "vitest";
import { percent, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  account,
  atClock,
  bestClock,
  bestHours,
  bestWindow,
  decodeModel,
  decodeStep,
  expertsTouched,
  fleet,
  integrate,
  matrixVector,
  overPeriod,
  profiles,
  runNow,
} from "./simulations";

const { read, lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const grouped = (value: number) => Math.round(value).toLocaleString("en-US");

describe("units", () => {
  test("turn GPUs, hours and PUE into kWh and tonnes", () => {
    const { kWh, joules, facilityKWh, tonnes } = account(1024 * 0.5, 30 * 24, 1.1, 400);
    expect([kWh, joules, facilityKWh]).toEqual([368_640, 368_640 * 3.6e6, 405_504.00000000006]);
    expect(tonnes).toBeCloseTo(162.2016, 6);
    everyLessonSays(grouped(kWh), grouped(facilityKWh), `${tonnes.toFixed(1)} t`, "$1\\ \\text{kWh} = 3.6\\times10^{6}");
    expect(700 / 2800).toBe(0.25);
    everyLessonSays("0.25 J");
  });
  test("give the published figures", () => {
    const bloom = account(1_082_990 * 0.4, 1, 1, 57);
    const gpt = account(1_287_000, 1, 1, 429);
    expect([bloom.kWh, bloom.tonnes]).toEqual([433_196, 24.692172]);
    expect(gpt.tonnes.toFixed(1)).toBe("552.1");
    everyLessonSays(`1,082,990`, "433,196 kWh | 57 g/kWh | 24.7 t", "1287 MWh | 429 g/kWh | 552 t");
    expect([(gpt.kWh / bloom.kWh).toFixed(1), (gpt.tonnes / bloom.tonnes).toFixed(0)]).toEqual(["3.0", "22"]);
    // what the estimate was made of: 10,000 V100 of 330 W for 14.8 days with PUE 1.1
    expect((10_000 * 0.33 * 14.8 * 24 * 1.1) / 1e3).toBeCloseTo(1289, 0);
    expect((429 / 57).toFixed(1)).toBe("7.5");
    expect(lessons[1]).toContain("differ 7.5-fold per kWh, 57 against 429 g/kWh");
    expect(lessons[0]).toContain("每度电差 7.5 倍：57 对 429 g/kWh");
  });
});

describe("the clock", () => {
  const prefill = { compute: 1, memory: 0.1 };
  const decode = { compute: 0.2, memory: 1 };
  const best = (150 / 1100) ** (1 / 3);
  test("has the energies of the table", () => {
    for (const [shown, f] of [["1", 1], ["0.7", 0.7], ["0.5147", best], ["0.3", 0.3], ["0.2", 0.2], ["0.1", 0.1]] as const) {
      const cells = [prefill, decode].map((job) => {
        const { seconds, joules } = atClock(f, job);
        return `${seconds.toFixed(2)} s, ${joules.toFixed(1)} J`;
      });
      everyLessonSays(`| ${shown} | ${cells.join(" | ")} |`);
    }
    expect(atClock(0.7, prefill).joules).toBeCloseTo(483.785714, 6);
    expect(atClock(best, prefill).joules).toBeCloseTo(437.135751, 6);
    expect(atClock(best, prefill).seconds).toBeCloseTo(1.942826, 6);
    expect([1, 0.5, 0.3, 0.15].map((f) => Number(atClock(f, decode).joules.toFixed(3)))).toEqual([260, 177.5, 159.9, 202.475]);
    bothFiguresSay("clock", ">437.1 J<", ">154.4 J<", ">700 J<", ">260 J<", "0.5147");
  });
  test("is best where a search finds it", () => {
    expect(best).toBeCloseTo(0.514714249, 9);
    expect(bestClock((f) => atClock(f, prefill).joules)).toBeCloseTo(0.515, 9);
    expect(bestClock((f) => atClock(f, decode).joules)).toBeCloseTo(0.2, 9);
    // with more arithmetic than f* leaves room for, the optimum is f* although memory binds at full clock
    expect(bestClock((f) => atClock(f, { compute: 0.8, memory: 1 }).joules)).toBeCloseTo(0.515, 9);
    const delay = (f: number) => atClock(f, prefill).joules * atClock(f, prefill).seconds;
    expect(bestClock(delay)).toBeCloseTo(0.817, 9);
    expect(((2 * 150) / 550) ** (1 / 3)).toBeCloseTo(0.817, 3);
    expect(atClock(((2 * 150) / 550) ** (1 / 3), prefill).joules.toFixed(1)).toBe("550.8");
    everyLessonSays("= 0.817", "550.8 J");
  });
  test("falls when idling is dear", () => {
    const cost = (idle: number) => (f: number) => overPeriod(f, prefill, 3, idle);
    expect([1, 0.4].map((f) => Math.round(cost(150)(f) * 1e6) / 1e6)).toEqual([1000, 538]);
    expect(cost(150)(best)).toBeCloseTo(595.711917, 6);
    expect(bestClock(cost(100), 0.001, 1 / 3)).toBeCloseTo(0.357, 9);
    expect((50 / 1100) ** (1 / 3)).toBeCloseTo(0.356883, 6);
    expect(bestClock(cost(150), 0.001, 1 / 3)).toBeCloseTo(0.334, 9);
    everyLessonSays("0.357", "1000 J", "538 J");
  });
  test("of a shorter pipeline stage can fall for nothing", () => {
    const stage = { compute: 0.8, memory: 0 };
    const period = (f: number) => overPeriod(f, stage, 1, 150);
    expect([period(1), period(0.8)].map((e) => e.toFixed(1))).toEqual(["590.0", "431.6"]);
    expect(atClock(0.8, stage).seconds).toBe(1);
    everyLessonSays("590.0 J", "431.6 J");
  });
  test("never rises above f* with dearer idling, unless static power outweighs twice the dynamic", () => {
    for (const idle of [0, 50, 100])
      expect(bestClock((f) => overPeriod(f, { compute: 1, memory: 0 }, 10, idle))).toBeLessThanOrEqual(0.515);
    for (const [p0, full] of [[1099, false], [1101, true]] as const)
      expect(bestClock((f) => atClock(f, { compute: 1, memory: 0, static: p0 }).joules, 0.0001) === 1).toBe(full);
  });
  test("of two devices at a half saves energy in the same time", () => {
    const half = atClock(0.5, { compute: 0.5, memory: 0 });
    expect([half.seconds, 2 * half.joules]).toEqual([1, 437.5]);
    everyLessonSays("437.5 J");
  });
});

describe("the batch", () => {
  const { parameters, flops, bandwidth, kvBytes } = decodeModel;
  test("gives the table", () => {
    const expected = { 1: [302.2582, 1.443621], 8: [318.0654, 0.18989], 64: [444.5231, 0.033173], 256: [653.7896, 0.017628], 1024: [575.9474, 0.015529] };
    for (const [batch, [power = NaN, joules = NaN]] of Object.entries(expected)) {
      const { seconds, watts, perToken, compute, memory } = decodeStep({ batch: Number(batch) });
      expect([watts.toFixed(4), perToken.toFixed(6)]).toEqual([power.toFixed(4), joules.toFixed(6)]);
      const step = `| ${batch} | ${(1e3 * seconds).toFixed(2)} ms |`;
      const cells = `| ${watts.toFixed(1)} W | ${perToken.toFixed(4)} J |`;
      expect(lessons[1]).toContain(`${step} ${compute > memory ? "compute" : "memory"} ${cells}`);
      expect(lessons[0]).toContain(`${step} ${compute > memory ? "算力" : "访存"} ${cells}`);
    }
    const [one, many, more] = [1, 256, 1024].map((batch) => decodeStep({ batch }));
    expect([((one?.perToken ?? 0) / (many?.perToken ?? 1)).toFixed(0), ((many?.watts ?? 0) / (one?.watts ?? 1)).toFixed(1)]).toEqual(["82", "2.2"]);
    expect(lessons[1]).toContain("82-fold");
    expect(lessons[0]).toContain("1/82");
    expect([percent(1 - (more?.perToken ?? 0) / (many?.perToken ?? 1), 0), (more?.seconds ?? 0) / (many?.seconds ?? 1)]).toEqual(["12%", 4]);
    bothFiguresSay("batch", ">302.3<", ">653.8<", ">1.4436<", ">0.0176<", ">177<");
  });
  test("turns at 177 and 44 and tends to a floor", () => {
    const turning = (bits: number) => (flops * bits) / (16 * bandwidth);
    expect([turning(16), turning(4)].map((batch) => batch.toFixed(0))).toEqual(["177", "44"]);
    const [below, above] = [177, 178].map((batch) => decodeStep({ batch }));
    expect((below?.memory ?? 0) > (below?.compute ?? 0) && (above?.memory ?? 0) < (above?.compute ?? 0)).toBe(true);
    expect(decodeStep({ batch: 1e9 }).perToken.toFixed(4)).toBe("0.0148");
    expect(((150 + 400) * 2 * parameters) / flops).toBeCloseTo(decodeStep({ batch: 1e9 }).perToken, 8);
    everyLessonSays("177", "44", "0.0148 J");
    // the part that no batch shares, and how far it lifts the curve above 1/B
    const arithmetic = decodeStep({ batch: 64 }).perToken - decodeStep({ batch: 1 }).perToken / 64;
    expect(((arithmetic * 64) / 63).toFixed(4)).toBe("0.0108");
    const excess = (batch: number) => percent((batch * decodeStep({ batch }).perToken) / decodeStep({ batch: 1 }).perToken - 1, 0);
    expect([excess(8), excess(64)]).toEqual(["5%", "47%"]);
    everyLessonSays("$P_c\\cdot2N/F$ = 0.0108 J", "5%", "47%");
    const gain = (batch: number) => (decodeStep({ batch }).perToken / decodeStep({ batch, bits: 4 }).perToken).toFixed(2);
    expect([gain(1), gain(256)]).toEqual(["3.91", "1.14"]);
    everyLessonSays("3.91", "1.14");
  });
  test("does not share the cache", () => {
    const cached = (batch: number, bits = 16) => decodeStep({ batch, bits, context: 1000 }).perToken;
    expect([cached(1), cached(64), cached(1, 4), cached(64, 4)].map((e) => e.toFixed(6))).toEqual(["1.455359", "0.044911", "0.380732", "0.028120"]);
    expect(cached(1024).toFixed(4)).toBe("0.0239");
    everyLessonSays("131,072", "0.0449 J", "0.0239 J", "689");
    const bound = (context: number) => {
      const { compute, memory } = decodeStep({ batch: 1e12, context });
      return compute > memory;
    };
    expect([bound(689), bound(690)]).toEqual([true, false]);
    expect(kvBytes).toBe(131_072);
  });
});

describe("bytes and active parameters", () => {
  test("cost what the 45 nm figures say", () => {
    for (const reuse of [1, 16, 256]) {
      const { perProduct, dramShare } = matrixVector(4096, reuse);
      everyLessonSays(`| ${reuse} | ${perProduct.toFixed(1)} pJ | ${percent(dramShare)} |`);
    }
    const [full, small] = [matrixVector(4096, 1).joules, matrixVector(4096, 1, "int8").joules];
    expect(full).toBeCloseTo(1.081459e-2, 8);
    expect(small).toBeCloseTo(2.688213e-3, 9);
    expect([(1e3 * full).toFixed(2), (1e3 * small).toFixed(2), (full / small).toFixed(4)]).toEqual(["10.81", "2.69", "4.0230"]);
    everyLessonSays("10.81 mJ", "2.69 mJ", "4.02");
  });
  test("of experts grow with the batch", () => {
    expect([1, 32, 256].map((batch) => expertsTouched(64, 2, batch).toFixed(0))).toEqual(["2", "41", "64"]);
    expect(lessons[1]).toContain("a batch of 1 reads 2, of 32 reads 41, of 256 all 64");
    expect(lessons[0]).toContain("批量 1 读 2 个，32 读 41 个，256 读满 64 个");
  });
  test("of a routed request average to 0.44", () => {
    let total = 0;
    for (let request = 0; request < 100; request++) total += request < 30 ? 1 : request < 37 ? 1.1 : 0.1;
    expect(total / 100).toBeCloseTo(0.44, 9);
    everyLessonSays("0.7 × (0.1 + 0.1) + 0.3 = 0.44");
  });
});

describe("hardware", () => {
  test("ranks by load", () => {
    const [a, b] = [
      { idle: 150, full: 700, rate: 2800 },
      { idle: 60, full: 300, rate: 900 },
    ];
    for (const load of [560, 900, 1800, 2800]) {
      const cells = [a, b].map((card) => {
        const { cards, perToken } = fleet(load, card);
        return `${cards}, ${perToken.toFixed(3)}`;
      });
      everyLessonSays(`| ${load} | ${cells.join(" | ")} |`);
    }
  });
  test("carries its making", () => {
    const perHour = 150_000 / (4 * 365 * 24);
    const share = (intensity: number) => perHour / (perHour + 0.26 * 1.1 * intensity);
    expect([perHour.toFixed(2), percent(share(400)), percent(share(20))]).toEqual(["4.28", "3.6%", "42.8%"]);
    everyLessonSays("150 kg", "4.28 g", "260 W", "3.6%", "42.8%");
  });
  test("in larger numbers costs one over the efficiency", () => {
    const hours = (100 * 8) / 64 / 0.6;
    expect([8 * 0.5 * 100, hours.toFixed(1), (64 * 0.5 * hours).toFixed(0), (1 / 0.6).toFixed(2)]).toEqual([400, "20.8", "667", "1.67"]);
    everyLessonSays("400 kWh", "20.8 h", "667 kWh", "1.67");
  });
});

describe("the schedule", () => {
  const { solar, doubleDip } = profiles;
  test("splits on two dips", () => {
    const plans = [0, 10].map((start) => [runNow(doubleDip, 8, 10, start), bestWindow(doubleDip, 8, 24, 10, start), bestHours(doubleDip, 8, 24, 10, start)]);
    const rows = [0, 1, 2].map((row) => plans.map((plan) => `${grouped(plan[row]?.grams ?? NaN)} g`).join(" | "));
    expect(rows).toEqual(["16,200 g | 18,700 g", "15,800 g | 18,700 g", "10,300 g | 13,100 g"]);
    everyLessonSays(...rows.map((row) => `| ${row} |`));
    expect(plans.map((plan) => plan.slice(1).map(({ hours }) => hours.join()))).toEqual([
      ["9,10,11,12,13,14,15,16", "1,2,3,4,11,12,13,14"],
      ["0,1,2,3,4,5,6,7", "2,3,4,5,11,12,13,14"],
    ]);
    everyLessonSays("9–16", "0–7", "1–4", "2–5", "11–14");
    expect([percent(1 - 15_800 / 16_200), percent(1 - 10_300 / 16_200, 0)]).toEqual(["2.5%", "36%"]);
    everyLessonSays("2.5%", "36%");
    bothFiguresSay("schedule", "15,800 g", "10,300 g");
  });
  test("of a solar day needs one window", () => {
    const [now, window, split, early] = [runNow(solar, 8, 10), bestWindow(solar, 8, 24, 10), bestHours(solar, 8, 24, 10), bestHours(solar, 8, 10, 10)];
    expect([now.grams, window.grams, split.grams, early.grams]).toEqual([29_700, 11_150, 11_150, 25_300]);
    expect([window.hours.join(), split.hours.join()]).toEqual(["8,9,10,11,12,13,14,15", "8,9,10,11,12,13,14,15"]);
    expect(percent(1 - 11_150 / 29_700)).toBe("62.5%");
    everyLessonSays("29,700 g", "11,150 g", "8–15", "62.5%", "25,300 g");
    // the day of the exercise, with restarts of 5 kWh
    expect(bestHours(solar, 8, 24, 10, 5)).toEqual({ hours: [9, 10, 11, 12, 13, 14, 15, 16], grams: 12_100 });
  });
  test("agrees with trying every choice of hours", () => {
    const day = [300, 100, 300, 100, 300, 100, 300, 300];
    for (const [need, start, hours, grams] of [[3, 0, "1,3,5", 3000], [3, 40, "1,2,3", 9000]] as const) {
      const found = bestHours(day, need, 8, 10, start);
      expect([found.hours.join(), found.grams]).toEqual([hours, grams]);
      let least = Infinity;
      for (let mask = 0; mask < 256; mask++) {
        const chosen = day.map((_, h) => (mask >> h) % 2);
        if (chosen.filter(Boolean).length !== need) continue;
        const cost = day.reduce((sum, c, h) => sum + (chosen[h] ? c * (10 + (chosen[h - 1] ? 0 : start)) : 0), 0);
        least = Math.min(least, cost);
      }
      expect(found.grams).toBe(least);
    }
  });
  test("is drawn to scale", () => {
    for (const language of ["zh", "en"]) {
      const bars = [...read(`figures/schedule.${language}.svg`).matchAll(/width="12.6" height="([\d.]+)" fill="([^"]+)"/g)];
      expect(bars).toHaveLength(48);
      for (const [i, [, height, fill]] of bars.entries()) {
        expect(Number(height)).toBeCloseTo(((doubleDip[i % 24] ?? NaN) * 84) / 440, 0);
        const plan = i < 24 ? bestWindow(doubleDip, 8, 24, 10) : bestHours(doubleDip, 8, 24, 10);
        expect(fill?.includes("--figure-1")).toBe(plan.hours.includes(i % 24));
      }
    }
  });
});

describe("metering", () => {
  test("weighs samples by time", () => {
    const samples = [[0, 200], [3, 400], [5, 400]] as const;
    expect(integrate(samples).joules).toBe(1700);
    expect((((200 + 400 + 400) / 3) * 5).toFixed(0)).toBe("1667");
    everyLessonSays("1700 J", "1667 J");
    expect(integrate([[0, 200], [2, 200], [20, 200], [22, 200]], 5)).toEqual({ joules: 800, gapSeconds: 18 });
    expect(integrate([[0, 100], [1, 300], [4, 300], [8, 100]]).joules).toBe(1900);
    expect(integrate([[0, 100], [1, 100], [1.1, 700], [1.2, 100], [2.2, 100]]).joules).toBeCloseTo(280, 9);
  });
  test("sees totals grow while ratios fall", () => {
    expect(6 / 4).toBe(1.5);
    everyLessonSays("1.5 ", "0.24 Wh", "0.10 Wh", "0.03 g", "25%");
    everyLessonSays("58%", "10%", "8%");
  });
});

describe("the chat service", () => {
  const answer = (bits: number, busy: number) => {
    const { perToken, seconds } = decodeStep({ batch: 64, bits, context: 1000 });
    const [card, time] = [500 * perToken, (500 * seconds) / 64];
    const [host, idle] = [100 * time, (250 * time * (1 - busy)) / busy];
    return { card, time, host, idle, sum: card + host + idle, total: 1.1 * (card + host + idle) };
  };
  const now = answer(16, 0.6);
  const shrunk = answer(4, 0.6);
  const kept = answer(4, (0.6 * shrunk.time) / now.time);
  test("takes what the example says", () => {
    expect([now.card, now.host, now.idle, now.sum, now.total].map((e) => e.toFixed(1))).toEqual(["22.5", "5.7", "9.5", "37.6", "41.4"]);
    expect([now.time.toFixed(4), percent(now.card / now.total, 0)]).toEqual(["0.0569", "54%"]);
    const kWh = (5e7 * now.total) / 3.6e6;
    expect([kWh.toFixed(0), ((kWh * 400) / 1000).toFixed(0)]).toEqual(["575", "230"]);
    everyLessonSays("$500\\times0.0449$ J = 22.5 J", "0.0569 s", "5.7 J", "9.5 J", "37.6 J", "41.4 J", "54%", "575 kWh", "230 kg");
  });
  test("saves only if idle cards go", () => {
    expect([shrunk.card.toFixed(1), shrunk.time.toFixed(4), shrunk.total.toFixed(1), percent(1 - shrunk.total / now.total, 0)]).toEqual(["14.1", "0.0289", "23.9", "42%"]);
    expect([percent((0.6 * shrunk.time) / now.time, 0), kept.idle.toFixed(1), kept.total.toFixed(1), percent(1 - kept.total / now.total, 0)]).toEqual(["30%", "16.5", "36.8", "11%"]);
    expect(((2 * shrunk.total) / now.total).toFixed(2)).toBe("1.16");
    everyLessonSays("14.1 J", "0.0289 s", "23.9 J", "42%", "30%", "16.5 J", "36.8 J", "11%", "1.16");
  });
});
