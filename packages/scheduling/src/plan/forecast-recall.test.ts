import { expect, test } from "vitest";
import { dealDeck } from "./deck";
import { forecastOf } from "./forecast-recall";

const deckOf = (count: number) =>
  dealDeck({
    topics: [{ slug: "a", weight: 1, prerequisites: [] }],
    cards: Array.from({ length: count }, (_, n) => ({ id: String(n), topic: "a", seconds: 60, memory: null })),
  });
const every = () => true;

test("forty questions of even chance: half of them, give or take 1.2816 standard errors (0.0791)", () => {
  const futures = [{ mass: 1, recall: new Float64Array(40).fill(0.5) }];
  const { recall, low, high } = forecastOf(deckOf(40), futures, every);
  expect(recall).toBeCloseTo(0.5, 10);
  expect(high - recall).toBeCloseTo(1.2816 * Math.sqrt(0.25 / 40), 10);
  expect(recall - low).toBeCloseTo(high - recall, 10);
});

test("cards known for certain or not at all leave no doubt when all are asked, and that of drawing when forty are", () => {
  const half = (count: number) => [{ mass: 1, recall: Float64Array.from({ length: count }, (_, n) => n % 2) }];
  const all = forecastOf(deckOf(40), half(40), every);
  expect(all.high - all.low).toBeCloseTo(0, 10);
  const drawn = forecastOf(deckOf(400), half(400), every);
  // hypergeometric: 0.25 / 40 * (400 - 40) / (400 - 1)
  expect(drawn.high - drawn.recall).toBeCloseTo(1.2816 * Math.sqrt((0.25 / 40) * (360 / 399)), 10);
});

test("not knowing how fast somebody forgets widens the interval", () => {
  const flat = (p: number) => new Float64Array(40).fill(p);
  const sure = forecastOf(deckOf(40), [{ mass: 1, recall: flat(0.7) }], every);
  const unsure = forecastOf(deckOf(40), [{ mass: 0.5, recall: flat(0.6) }, { mass: 0.5, recall: flat(0.8) }], every); // prettier-ignore
  expect(unsure.recall).toBeCloseTo(sure.recall, 10);
  expect(unsure.high - unsure.low).toBeGreaterThan(1.4 * (sure.high - sure.low));
});
