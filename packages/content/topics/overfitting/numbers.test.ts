import { seededRandom } from "@tidao/kernel";
import { normals } from "@tidao/labs/normal";
import { describe, expect, test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";
import {
  crossValidated,
  descend,
  lasso,
  leakage,
  meanSquare,
  norm,
  ridge,
  type Sample,
  samples,
  softThreshold,
} from "./simulations";

const { everyLessonSays, bothFiguresSay } = topicUnderTest(import.meta.url);
const three = (value: number) => value.toFixed(3);
/** Number of the evaluation that is best when training stops, and of the one after which it stops. */
function stopped(losses: readonly number[], patience: number): { best: number; stop: number } {
  let [best, stop] = [1, 0];
  while (stop < losses.length && stop - best < patience) {
    stop++;
    if ((losses[stop - 1] ?? NaN) < (losses[best - 1] ?? NaN)) best = stop;
  }
  return { best, stop };
}
const [train, fresh, validation] = [samples(15, 7), samples(500, 700), samples(50, 70)];

describe("polynomials on 15 points", () => {
  test("fit ever better and fail at degree 12", () => {
    const degrees = [1, 3, 5, 9, 12];
    const errors = degrees.map((degree) => {
      const weights = ridge(train, degree, 0);
      return [meanSquare(weights, train), meanSquare(weights, fresh)] as const;
    });
    expect(errors[0]?.[0]).toBeCloseTo(0.223902, 6);
    expect(errors[3]?.[1]).toBeCloseTo(0.142668, 6);
    expect(errors.map(([low]) => three(low))).toEqual(["0.224", "0.024", "0.023", "0.016", "0.003"]);
    expect(errors.slice(0, 4).map(([, test]) => three(test))).toEqual(["0.300", "0.125", "0.129", "0.143"]);
    // ill-conditioned: the last digits depend on the order of sums
    expect(Math.abs((errors[4]?.[1] ?? 0) - 436)).toBeLessThan(2);
    everyLessonSays(
      `| ${errors.map(([low]) => three(low)).join(" | ")} |`,
      `| ${errors
        .slice(0, 4)
        .map(([, test]) => three(test))
        .join(" | ")} | 436 |`,
    );
    expect(0.3 ** 2).toBeCloseTo(0.09, 12);
  });
  test("are cured by more points", () => {
    const errors = [30, 60, 120, 480].map((count) => three(meanSquare(ridge(samples(count, 7), 12, 0), fresh)));
    expect(errors).toEqual(["0.432", "0.155", "0.147", "0.102"]);
    everyLessonSays(...errors);
  });
  test("are tamed by penalties", () => {
    const penalties = [0.001, 0.01, 0.1, 1];
    const fits = penalties.map((penalty) => ridge(train, 12, penalty));
    expect(fits.map((weights) => norm(weights).toFixed(4))).toEqual(["1.7362", "1.4624", "1.0967", "0.3486"]);
    everyLessonSays(`| 0.003 | ${fits.map((weights) => three(meanSquare(weights, train))).join(" | ")} |`);
    const errors = fits.map((weights) => three(meanSquare(weights, fresh)));
    everyLessonSays(`| 436 | ${errors.join(" | ")} |`);
    bothFiguresSay("penalty", ...errors);
    const crossed = penalties.map((penalty) => crossValidated(train, 12, penalty));
    expect(crossed.map(three)).toEqual(["0.360", "0.161", "0.226", "0.609"]);
    everyLessonSays(...crossed.map(three));
    expect(penalties[crossed.indexOf(Math.min(...crossed))]).toBe(0.01);
    const sparse = [0.01, 0.05].map((penalty) => lasso(train, 12, penalty));
    expect(sparse.map((weights) => weights.filter((weight) => weight !== 0).length)).toEqual([5, 3]);
    everyLessonSays(...sparse.map((weights) => three(meanSquare(weights, fresh))));
  });
  test("are smoothed by noisy copies", () => {
    const errors = [0.05, 0.1, 0.2].map((deviation) => {
      const normal = normals(5);
      const copies = Array.from({ length: 20 }, () =>
        train.map(({ x, y }): Sample => ({ x: Math.max(-1, Math.min(1, x + deviation * normal())), y })),
      );
      return three(meanSquare(ridge([...train, ...copies.flat()], 12, 1e-9), fresh));
    });
    expect(errors).toEqual(["0.134", "0.133", "0.153"]);
    everyLessonSays(...errors);
  });
  test("stop best at step 689", () => {
    const errors = descend(train, validation, 12, 3000);
    const least = Math.min(...errors.map((error) => error.validation));
    const best = errors.findIndex((error) => error.validation === least);
    const last = errors[2999];
    expect(best + 1).toBe(689);
    expect([three(least), three(last?.validation ?? NaN)]).toEqual(["0.132", "0.167"]);
    everyLessonSays("689", "0.132", "0.167", (errors[best]?.train ?? NaN).toFixed(4), (last?.train ?? NaN).toFixed(4));
    bothFiguresSay("stopping", "689", "0.132", "0.167");
    // a first dip, and the step that beats it
    const dip = errors.findIndex((error, i) => error.validation < (errors[i + 1]?.validation ?? 0));
    const beaten = errors.findIndex((error) => error.validation < (errors[dip]?.validation ?? 0));
    expect([dip + 1, three(errors[dip]?.validation ?? NaN), beaten + 1]).toEqual([13, "0.139", 125]);
    expect(stopped(errors.map((error) => error.validation), 111).best).toBe(13);
    expect(stopped(errors.map((error) => error.validation), 112).best).toBe(689);
    everyLessonSays("0.139", "111", "125");
  });
  test("stop after evaluation 5 and return number 3", () => {
    expect(stopped([1, 0.8, 0.7, 0.71, 0.72, 0.73], 2)).toEqual({ best: 3, stop: 5 });
  });
});

describe("penalties, dropout, smoothing", () => {
  test("shrink coefficients of 2 and 0.3", () => {
    expect([2, 0.3].map((value) => (value / 1.5).toFixed(3))).toEqual(["1.333", "0.200"]);
    expect([2, 0.3].map((value) => softThreshold(value, 0.5))).toEqual([1.5, 0]);
    everyLessonSays("1.333", "1.5", "0.2 ");
  });
  test("leave 36.8% of a weight after 1000 steps", () => {
    expect((100 * (1 - 0.01 * 0.1) ** 1000).toFixed(1)).toBe("36.8");
    everyLessonSays("36.8%");
  });
  test("smooth labels to 0.925 and a loss of at least 0.349", () => {
    const [right, other] = [1 - 0.1 + 0.1 / 4, 0.1 / 4];
    expect([right, other]).toEqual([0.925, 0.025]);
    const least = -(right * Math.log(right) + 3 * other * Math.log(other));
    expect(least).toBeCloseTo(0.34878, 5);
    everyLessonSays("0.925", "0.025", three(least));
  });
});

describe("cross-validation", () => {
  test("shuffles as the reference does and takes 31 trainings", () => {
    expect(seededRandom(7).shuffle([0, 1, 2, 3, 4, 5, 6, 7])).toEqual([4, 6, 1, 2, 3, 5, 7, 0]);
    expect(5 * 6 + 1).toBe(31);
    everyLessonSays("31");
  });
  test("is fooled by noise when the choice is made outside", () => {
    expect([leakage(3, false), leakage(3, true)]).toEqual([0.225, 0.65]);
    const mean = (inside: boolean) =>
      Array.from({ length: 20 }, (_, i) => leakage(i + 1, inside)).reduce((sum, error) => sum + error, 0) / 20;
    const means = [mean(false), mean(true)].map((error) => `${(100 * error).toFixed(1)}%`);
    expect(means).toEqual(["14.4%", "48.4%"]);
    everyLessonSays("22.5%", "65.0%", ...means);
  });
  test("of five folds has a mean of 77.6", () => {
    expect([71, 88, 69, 90, 70].reduce((sum, fold) => sum + fold, 0) / 5).toBeCloseTo(77.6, 9);
    everyLessonSays("77.6");
  });
});

test("the tickets mix to 76.1%", () => {
  expect((100 * (0.38 * 0.99 + 0.62 * 0.62)).toFixed(1)).toBe("76.1");
  expect(((97 - 0.38 * 99) / 0.62).toFixed(1)).toBe("95.8");
  everyLessonSays("76.1%", "95.8%");
});
