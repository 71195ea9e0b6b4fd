import { describe, expect, test } from "vitest";
import { generateAnswers, type World } from "./generator";
import { Replay } from "./replay";

const long = process.env.TIDAO_TEST_SIZE === "long";
const worlds: Partial<World>[] = long
  ? [1, 2, 3].map((seed) => ({ seed, learners: 1000, skills: 6, items: 240, answers: 1_000_000 }))
  : [1, 2, 3].map((seed) => ({ seed }));

function correlation(xs: number[], ys: number[]): number {
  const mean = (list: number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const product = (as: number[], ma: number, bs: number[], mb: number) =>
    as.reduce((sum, a, i) => sum + (a - ma) * ((bs[i] ?? 0) - mb), 0);
  return product(xs, mx, ys, my) / Math.sqrt(product(xs, mx, xs, mx) * product(ys, my, ys, my));
}

describe.each(worlds)("answers of a known generator, %o", (change) => {
  const { world, items, answers } = generateAnswers(change);
  const replay = new Replay({ snapshotEvery: 1000, warmUp: world.answers / 5 });
  for (const answer of answers) replay.answer(answer);
  const { model, baseline, truth } = replay.report();
  if (!model || !baseline || !truth) throw new Error("nothing was predicted");

  test("the model ranks them nearly as well as the generator's own probabilities do", () => {
    expect((truth.auc ?? 1) - (model.auc ?? 0)).toBeLessThan(0.02);
    expect(model.logLoss - truth.logLoss).toBeLessThan(0.02);
  });
  test("and better than item mean and learner mean do", () => {
    expect(model.auc).toBeGreaterThan((baseline.auc ?? 1) + 0.015);
    expect(model.logLoss).toBeLessThan(baseline.logLoss - 0.015);
    expect(model.brier.score).toBeLessThan(baseline.brier.score);
  });
  test("what it says is likely happens about as often as it says", () => {
    expect(model.expectedCalibrationError).toBeLessThan(0.02);
  });
  test("difficulties come out as they were, though able learners choose harder items", () => {
    const [found, drawn] = [items.map(({ id }) => replay.difficultyOf(id)), items.map((item) => item.difficulty)];
    expect(correlation(found, drawn)).toBeGreaterThan(0.95);
  });
});

test("an item that few have answered is taken to be as hard as its skill, which still beats the baseline", () => {
  const sparse = { learners: 1000, skills: 50, items: 5000, answers: 60_000, skillSpread: 1 };
  const replay = new Replay({ snapshotEvery: 1000, warmUp: 12_000 });
  for (const answer of generateAnswers(sparse).answers) replay.answer(answer);
  const { model, baseline } = replay.report();
  expect(model?.auc).toBeGreaterThan((baseline?.auc ?? 1) + 0.015);
});

describe("a replay", () => {
  const one = { learner: "l", skills: ["s"], item: "i", correct: true };
  const replayed = (answers: number, options = { snapshotEvery: 5, warmUp: 0 }) => {
    const replay = new Replay(options);
    const predictions = Array.from({ length: answers }, () => replay.answer(one));
    return { replay, predictions };
  };

  test("predicts before it sees: nothing is known at the first answer", () => {
    expect(replayed(1).predictions).toEqual([0.5]);
  });
  test("moves difficulty at a snapshot only, and then from first answers only", () => {
    const { replay } = replayed(4);
    expect(replay.difficultyOf("i")).toBe(0);
    replay.answer(one);
    expect(replay.report().snapshots).toBe(1);
    const once = replay.difficultyOf("i");
    expect(once).toBeLessThan(0);
    for (let i = 0; i < 5; i++) replay.answer(one);
    expect(replay.difficultyOf("i")).toBe(once);
  });
  test("an item that nobody has met is as hard as items are", () => {
    const replay = new Replay({ snapshotEvery: 40, warmUp: 0 });
    for (let i = 0; i < 40; i++) replay.answer({ ...one, learner: `l${i}`, item: `i${i}`, correct: i % 4 > 0 });
    // (30 + 5) / 50
    expect(replay.difficultyOf("unknown")).toBeCloseTo(-Math.log(7 / 3), 6);
  });
  test("counts who and what it saw, and no prediction of the warm-up", () => {
    const { replay } = replayed(8, { snapshotEvery: 5, warmUp: 6 });
    expect(replay.report()).toMatchObject({ answers: 8, learners: 1, items: 1, skills: 1, snapshots: 1, truth: null });
    expect(replay.report().model?.predictions).toBe(2);
    expect(replayed(3, { snapshotEvery: 5, warmUp: 6 }).replay.report().model).toBeNull();
  });
});
