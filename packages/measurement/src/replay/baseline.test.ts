import { expect, test } from "vitest";
import { LogisticBaseline } from "./baseline";
import { generateAnswers } from "./generator";

const nothing = { answers: 0, right: 0 };

test("by hand: the first right answer moves the intercept by 0.8 · 0.5", () => {
  const baseline = new LogisticBaseline();
  expect(baseline.predict(nothing, nothing)).toBe(0.5);
  baseline.learn(nothing, nothing, 1);
  // x = (1, 0, 0), p = 0.5, covariance 1: gain 1 / (1 + 0.25) = 0.8
  expect(baseline.weights).toEqual([0.4, 1, 1]);
});

test("whoever was right more often, on an item that is right more often, is predicted higher", () => {
  const baseline = new LogisticBaseline();
  const [good, poor] = [
    { answers: 20, right: 18 },
    { answers: 20, right: 5 },
  ];
  expect(baseline.predict(good, good)).toBeGreaterThan(baseline.predict(good, poor));
  expect(baseline.predict(good, poor)).toBeGreaterThan(baseline.predict(poor, poor));
});

test("its weights are those that fitting all answers at once gives", () => {
  const baseline = new LogisticBaseline();
  const counts = new Map<string, { answers: number; right: number }>();
  const rows: { x: [number, number, number]; y: number }[] = [];
  let [n, right] = [0, 0];
  for (const { learner, item, correct } of generateAnswers({ answers: 20_000 }).answers) {
    const [of, by] = [counts.get(item) ?? nothing, counts.get(learner) ?? nothing];
    const base = (right + 1) / (n + 2);
    const logOdds = (c: typeof nothing) => Math.log((c.right + 5 * base) / (c.answers - c.right + 5 * (1 - base)));
    rows.push({ x: [1, logOdds(of), logOdds(by)], y: Number(correct) });
    baseline.learn(of, by, correct ? 1 : 0);
    for (const [key, c] of [[item, of] as const, [learner, by] as const])
      counts.set(key, { answers: c.answers + 1, right: c.right + Number(correct) });
    n++;
    right += Number(correct);
  }
  // gradient of the log-likelihood at the weights, per answer: zero at the maximum
  const [a, b, c] = baseline.weights;
  const gradient = [0, 1, 2].map(
    (k) =>
      rows.reduce((sum, { x, y }) => {
        const p = 1 / (1 + Math.exp(-(a * x[0] + b * x[1] + c * x[2])));
        return sum + (y - p) * (x[k as 0 | 1 | 2] ?? 0);
      }, 0) / rows.length,
  );
  for (const slope of gradient) expect(Math.abs(slope)).toBeLessThan(0.005);
});
