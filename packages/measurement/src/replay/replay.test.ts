import { describe, expect, test } from "vitest";
import { type PredictionReport, PredictionTally } from "../prediction/prediction-tally";
import { generateAnswers, type World } from "./generator";
import { IdealFilter } from "./ideal-filter";
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

const auc = (report: PredictionReport | null) => report?.auc ?? Number.NaN;

describe.each(worlds)("answers of a known generator, 150 of each learner in a skill, %o", (change) => {
  const { world, items, answers } = generateAnswers(change);
  const replay = new Replay({ snapshotEvery: 1000, warmUp: world.answers / 5 });
  for (const answer of answers) replay.answer(answer);
  const { model, baseline, elo, truth } = replay.report();
  if (!model || !baseline || !elo || !truth) throw new Error("nothing was predicted");

  test("the model ranks them nearly as well as the generator's own probabilities do", () => {
    expect(auc(truth) - auc(model)).toBeLessThan(0.014);
    expect(model.logLoss - truth.logLoss).toBeLessThan(0.014);
  });
  test("and better than item mean and learner mean do, and plain Elo", () => {
    expect(model.auc).toBeGreaterThan(auc(baseline) + 0.02);
    expect(model.auc).toBeGreaterThan(auc(elo) + 0.02);
    expect(model.logLoss).toBeLessThan(Math.min(baseline.logLoss, elo.logLoss) - 0.015);
    expect(model.brier.score).toBeLessThan(Math.min(baseline.brier.score, elo.brier.score));
  });
  test("what it says is likely happens about as often as it says", () => {
    expect(model.expectedCalibrationError).toBeLessThan(0.015);
  });
  test("difficulties come out as they were, though able learners choose harder items", () => {
    const [found, drawn] = [items.map(({ id }) => replay.difficultyOf(id)), items.map((item) => item.difficulty)];
    expect(correlation(found, drawn)).toBeGreaterThan(0.95);
  });
});

describe.each([1, 2, 3])("25 answers of each learner in a skill, generator %i", (seed) => {
  const { world, items, answers } = generateAnswers({ seed, learners: 900 });
  const warmUp = world.answers / 5;
  const replay = new Replay({ snapshotEvery: 1000, warmUp });
  const ideal = new IdealFilter(world, new Map(items.map(({ id, difficulty }) => [id, difficulty])));
  const ofSome = { model: new PredictionTally(), ideal: new PredictionTally(), truth: new PredictionTally() };
  for (const answer of answers) {
    const prediction = replay.answer(answer);
    // the filter looks at one learner at a time, so some are enough
    if (!answer.learner.endsWith("5")) continue;
    const possible = ideal.answer(answer);
    if (answer.time < warmUp) continue;
    ofSome.model.add(prediction, answer.correct);
    ofSome.ideal.add(possible, answer.correct);
    ofSome.truth.add(answer.probability, answer.correct);
  }
  const [some, possible, known] = [ofSome.model.report(), ofSome.ideal.report(), ofSome.truth.report()];
  const { model, baseline, elo } = replay.report();

  test("no reading of answers ranks them within 0.02 of the generator: it knows each ability, at which answers only hint", () => {
    expect(auc(known) - auc(possible)).toBeGreaterThan(0.02);
    expect(possible?.expectedCalibrationError).toBeLessThan(0.03);
  });
  test("the model comes within 0.01 of whoever knows how hard each item is and what the generator draws from", () => {
    expect(auc(possible) - auc(some)).toBeLessThan(0.01);
    expect((some?.logLoss ?? 1) - (possible?.logLoss ?? 0)).toBeLessThan(0.01);
  });
  test("and it beats plain Elo, and item mean and learner mean", () => {
    expect(auc(model)).toBeGreaterThan(Math.max(auc(baseline), auc(elo)) + 0.009);
    expect(model?.logLoss).toBeLessThan(Math.min(baseline?.logLoss ?? 0, elo?.logLoss ?? 0) - 0.009);
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
