import { range } from "@tidao/labs/vector";
import { describe, expect, test } from "vitest";
import { grouped, percent, topicUnderTest } from "../../src/testing/topic-under-test";
import {
  canary,
  canaryPath,
  ddm,
  forgetting,
  ks,
  pageHinkley,
  psi,
  psiOfSamples,
  psiWithoutDrift,
  sampleSize,
  stream,
  twoSided,
  type Update,
  zTest,
} from "./simulations";

const { lessons, everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const seeds = range(50).map((i) => i + 1);
const errorsOf = (drift: "none" | "covariate" | "concept", seed?: number) =>
  stream(drift, seed).map(({ error }) => error);
const chiSquare9 = 16.92;

describe("drift", () => {
  test("of three kinds shows in different signals", () => {
    const rows = (["none", "covariate", "concept"] as const).map((drift) => {
      const items = stream(drift);
      const halves = [items.slice(0, 1000), items.slice(1000)].map((half) => ({
        xs: half.map(({ x }) => x),
        error: mean(half.map(({ error }) => error)),
      }));
      const [before, after] = halves;
      if (!before || !after) throw new Error("a stream has two halves");
      const alarm = pageHinkley(items.map(({ error }) => error));
      everyLessonSays(
        `| ${psiOfSamples(before.xs, after.xs).toFixed(3)} | ${ks(before.xs, after.xs).toFixed(3)} | ${percent(before.error)} → ${percent(after.error)} |`,
      );
      return { psi: psiOfSamples(before.xs, after.xs), error: after.error, alarm };
    });
    expect(rows.map(({ alarm }) => alarm)).toEqual([-1, -1, 1161]);
    everyLessonSays("1161");
    const [, covariate, concept] = rows;
    for (const row of [covariate, concept])
      bothFiguresSay("monitors", row?.psi.toFixed(3) ?? "", percent(row?.error ?? NaN));
    bothFiguresSay("monitors", "1161", "20");
    expect(rows[0]?.psi).toBeCloseTo(0.0217, 4);
    expect(covariate?.psi).toBeCloseTo(1.0202, 4);
  });
  test("of labels moves the total error", () => {
    const total = (share: number) => (1 - share) * 0.05 + share * 0.3;
    everyLessonSays(percent(total(0.1)), percent(total(0.4), 0));
    expect([total(0.1), total(0.4)].map((rate) => rate.toFixed(3))).toEqual(["0.075", "0.150"]);
  });
});

describe("monitors", () => {
  test("compute PSI, whose floor decides when a bin is empty", () => {
    expect(psi([25, 25, 25, 25], [40, 30, 20, 10])).toBeCloseTo(0.228217, 6);
    expect(psi(Array(10).fill(10), [5, 5, 5, 10, 10, 10, 10, 15, 15, 15])).toBeCloseTo(0.164792, 6);
    expect(psi([50, 50, 0], [50, 40, 10])).toBeCloseTo(0.712399, 6);
    expect(psi([50, 50, 0], [50, 40, 10], 1e-3)).toBeCloseTo(0.478226, 6);
    everyLessonSays("0.228", "0.712", "0.478");
  });
  test("have thresholds that depend on the sample", () => {
    expect(ks([1, 2, 3, 4], [3, 4, 5, 6])).toBe(0.5);
    everyLessonSays((1.358 * Math.sqrt(2 / 1000)).toFixed(4));
    everyLessonSays(...[100, 1000, 10_000].map((n) => String(Number((chiSquare9 * (2 / n)).toPrecision(3)))));
    const [few, many] = [psiWithoutDrift(100), psiWithoutDrift(1000)];
    everyLessonSays(percent(few.above025));
    expect(few.above025).toBe(0.238);
    expect(many).toMatchObject({ above01: 0, above025: 0 });
    // the mean of χ² with 9 degrees of freedom is 9
    for (const [n, { mean: m }] of [[100, few], [1000, many]] as const) expect(m / (18 / n)).toBeCloseTo(1, 0);
    // 16.92 is its 95% point: chances above it by the recursion over odd degrees of freedom
    const tail = (x: number) => {
      let [total, term] = [twoSided(Math.sqrt(x)), Math.sqrt((2 * x) / Math.PI) * Math.exp(-x / 2)];
      for (const odd of [3, 5, 7, 9]) [total, term] = [total + term, (term * x) / odd];
      return total;
    };
    expect(tail(chiSquare9)).toBeCloseTo(0.05, 4);
  });
  test("trade false alarms for delay", () => {
    expect(pageHinkley([...Array<number>(50).fill(0), ...Array<number>(50).fill(1)], 0.05, 5)).toBe(56);
    const [quiet, changed] = [seeds.map((seed) => errorsOf("none", seed)), seeds.map((seed) => errorsOf("concept", seed))];
    const at = (lambda: number) => {
      const found = changed.map((errors) => pageHinkley(errors, 0.05, lambda));
      return {
        falseAlarms: quiet.filter((errors) => pageHinkley(errors, 0.05, lambda) > 0).length,
        found: found.filter((alarm) => alarm > 1000).length,
        delay: mean(found) - 1000,
      };
    };
    expect(at(20)).toMatchObject({ falseAlarms: 0, found: 50 });
    expect(at(10)).toMatchObject({ falseAlarms: 0, found: 50 });
    everyLessonSays(at(20).delay.toFixed(1), at(10).delay.toFixed(1), String(at(5).falseAlarms));
    expect(at(5).falseAlarms).toBe(26);
    expect(quiet.filter((errors) => ddm(errors).alarm > 0)).toHaveLength(23);
    expect(ddm(errorsOf("concept"))).toEqual({ warning: 1153, alarm: 1375 });
    everyLessonSays("23", "1153", "1375");
  });
  test("add up their false alarms", () => everyLessonSays(percent(1 - 0.99 ** 40)));
});

describe("incremental training", () => {
  const after = (update: Update) => forgetting(update).after;
  test("forgets without replay", () => {
    const { before, after: alone, path } = forgetting({ every: 50 });
    expect([before, alone]).toEqual([
      { a: 0.95, b: 0.4375 },
      { a: 0.5975, b: 0.8875 },
    ]);
    expect(after({ replay: 0.5 })).toEqual({ a: 0.9625, b: 0.9 });
    expect(after({ replay: 1 })).toEqual({ a: 0.965, b: 0.8725 });
    everyLessonSays("| 0.95 | 0.5975 | 0.8875 |", "| 0.95 | 0.9625 | 0.90 |", "| 0.95 | 0.965 | 0.8725 |");
    expect(path).toHaveLength(13);
    bothFiguresSay("forgetting", "0.5975", "0.4375", "0.9625", "0.95", "0.8875");
    const narrow = forgetting({ gamma: 1 });
    everyLessonSays(String(narrow.before.a), String(narrow.after.a));
    const narrowRuns = range(20).map((i) => forgetting({ gamma: 1, seed: i + 1 }));
    const ends = [narrowRuns.map(({ before: { a } }) => a), narrowRuns.map(({ after: { a } }) => a)];
    expect(ends.map((values) => mean(values).toFixed(2))).toEqual(["0.98", "0.93"]);
    expect(lessons[1]).toContain("from 0.98 to 0.93 on average over 20 seeds");
    expect(lessons[0]).toContain("20 个种子里 A 平均只从 0.98 降到 0.93");
  });
  test("does so with every seed", () => {
    const runs = range(20).map((i) => [forgetting({ seed: i + 1 }), forgetting({ seed: i + 1, replay: 0.5 })] as const);
    expect(runs.every(([alone]) => alone.after.a < alone.before.a)).toBe(true);
    everyLessonSays(
      ...[
        runs.map(([alone]) => alone.before.a),
        runs.map(([alone]) => alone.after.a),
        runs.map(([, kept]) => kept.after.a),
        runs.map(([alone]) => alone.after.b),
        runs.map(([, kept]) => kept.after.b),
      ].map((values) => mean(values).toFixed(2)),
    );
  });
  test("pays for stability with plasticity", () => {
    const gamma = 0.7;
    const said = [{}, { ewc: 1 }, { ewc: 3 }, { ewc: 10 }, { replay: 0.5 }].map((update) => after({ ...update, gamma }));
    everyLessonSays(...said.map(({ a, b }) => `(${a}, ${b})`));
    const averages = [{ gamma, ewc: 3 }, { gamma, replay: 0.5 }].map((update) => {
      const ends = range(20).map((i) => after({ ...update, seed: i + 1 }));
      return `(${mean(ends.map(({ a }) => a)).toFixed(2)}, ${mean(ends.map(({ b }) => b)).toFixed(2)})`;
    });
    expect(averages).toEqual(["(0.95, 0.86)", "(0.95, 0.94)"]);
    everyLessonSays(...averages);
  });
});

describe("canaries", () => {
  test("need a sample that grows with one over the square", () => {
    expect([sampleSize(0.1, 0.13), sampleSize(0.1, 0.11), sampleSize(0.02, 0.025)]).toEqual([1774, 14_751, 13_809]);
    everyLessonSays("1774", "14,751");
    for (const [a, b, n] of [[100, 130, 1000], [50, 65, 500]] as const) {
      const z = zTest(a, n, b, n);
      everyLessonSays(`$z = ${z.toFixed(2)}$`, `$p = ${twoSided(z).toFixed(3)}$`);
    }
    expect(zTest(100, 1000, 130, 1000)).toBeCloseTo(2.102741, 6);
    expect(twoSided(zTest(100, 1000, 130, 1000))).toBeCloseTo(0.035488, 6);
    expect(twoSided(zTest(50, 500, 65, 500))).toBeCloseTo(0.137051, 6);
  });
  test("that are looked at often raise false alarms", () => {
    const fixed = [1, 2, 5, 10].map((looks) => canary({ looks }).share);
    expect(fixed).toEqual([0.05, 0.076, 0.143, 0.186]);
    everyLessonSays(...fixed.map((share) => percent(share)));
    const pocock = ([[2, 2.178], [5, 2.413], [10, 2.555]] as const).map(([looks, boundary]) =>
      (100 * canary({ looks, boundary }).share).toFixed(1),
    );
    expect(pocock).toEqual(["5.2", "5.3", "4.2"]);
    const [zh, en] = lessons;
    expect(zh).toContain(`${pocock.join("、")}%`);
    expect(en).toContain("5.2, 5.3 and 4.2%");
    everyLessonSays(percent(1 - 0.95 ** 10));
  });
  test("in theory too: correlated normal sums over ten looks", () => {
    // the chance that a running sum of unit normals passes 1.96·√k at some k, by integration over its density
    const [step, reach] = [0.05, 12];
    const grid = range((2 * reach) / step + 1).map((i) => -reach + i * step);
    const kernel = grid.map((x) => (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * step);
    const middle = reach / step;
    const crossed = [];
    let density: number[] = grid.map((_, i) => (i === middle ? 1 : 0));
    for (let k = 1; k <= 10; k++) {
      const next = grid.map((_, i) =>
        density.reduce((sum, mass, j) => (mass === 0 ? sum : sum + mass * (kernel[middle + i - j] ?? 0)), 0),
      );
      density = next.map((mass, i) => (Math.abs(grid[i] ?? NaN) > 1.959964 * Math.sqrt(k) ? 0 : mass));
      crossed.push(1 - density.reduce((sum, mass) => sum + mass, 0));
    }
    const theory = [5, 8.3, 14.2, 19.3];
    for (const [i, k] of [1, 2, 5, 10].entries())
      expect(Math.abs(100 * (crossed[k - 1] ?? NaN) - (theory[i] ?? NaN))).toBeLessThan(0.6);
    everyLessonSays("8.3", "14.2", "19.3%");
  });
  test("with valid rules lose power", () => {
    const perLook = 178;
    const rules = [
      { looks: 1, perLook: 1780 },
      { looks: 10, perLook },
      { looks: 10, perLook, boundary: 2.555 },
      { looks: 10, perLook, boundary: { tau: 0.03 } },
    ];
    for (const rule of rules) {
      const worse = canary({ ...rule, rates: [0.1, 0.13] });
      everyLessonSays(`| ${percent(canary(rule).share)} | ${percent(worse.share)} | ${worse.items.toFixed(0)} |`);
    }
    const large = canary({ looks: 10, perLook, boundary: 2.555, rates: [0.1, 0.16] });
    everyLessonSays(percent(large.share), large.items.toFixed(0));
  });
  test("can pass the limit early and end far below it", () => {
    const path = canaryPath(16);
    expect(path.filter((z) => Math.abs(z) > 1.959964)).toHaveLength(2);
    expect(Math.max(...path)).toBeLessThan(2.555);
    bothFiguresSay("canary", ...[0, 1, 9].map((i) => (path[i] ?? NaN).toFixed(2)), "1.96", "2.555");
    everyLessonSays((path[9] ?? NaN).toFixed(2));
  });
});

test("the worked example", () => {
  const labels = (share: number) => 1_000_000 * share * 0.05;
  expect([labels(0.01), labels(0.1)]).toEqual([500, 5000]);
  const days = [1774 / labels(0.01), 14_751 / labels(0.01), 14_751 / labels(0.1)].map(Math.ceil);
  expect(days).toEqual([4, 30, 3]);
  const extra = (share: number) => 1_000_000 * share * (0.15 - 0.1);
  expect([extra(0.01), extra(1)].map(Math.round)).toEqual([500, 50_000]);
  const back = (1_000_000 / 1440) * 12 * 0.05;
  expect(Math.round(back)).toBe(417);
  expect(Math.round(3 * extra(1))).toBe(150_000);
  let [quiet, requests] = [1, 0];
  while (quiet > 0.05) [quiet, requests] = [quiet * 0.999, requests + 1];
  expect(requests).toBe(2995);
  everyLessonSays("10,000", "500", "5000", "30", grouped(50_000), "417", grouped(150_000), "2995");
});
