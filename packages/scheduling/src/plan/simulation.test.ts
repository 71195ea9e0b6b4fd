import { seededRandom } from "@tidao/kernel";
import { describe, expect, test } from "vitest";
import { fsrsWeights } from "../card";
import { questionsAsked } from "./forecast-recall";
import { forgettingFactor } from "./forgetting-factor";
import { memoryModel } from "./memory-model";
import type { PlanInput } from "./plan-input";
import { planStudy } from "./plan-study";
import { SimulatedLearner } from "./simulated-learner";
import { planToday } from "./plan-today";

const long = process.env["TIDAO_TEST_SIZE"] === "long";
/** What 60 learners show of a coverage is uncertain by some 5 points either way; 500 tell it to 2. */
const learners = long ? 500 : 60;
const slack = long ? 0 : 0.07;
const patience = long ? 900_000 : 60_000;
const memory = memoryModel(fsrsWeights());
/** Forty days of plain FSRS, fifteen minutes each, lie behind everybody; thirty of twelve minutes lie ahead. */
const begun = 40;
const end = 70;
const minutes = 12;
const budget = minutes * 60;
const dayOf = (day: number) => new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;

const inputOn = (learner: SimulatedLearner, day: number): PlanInput => ({
  today: dayOf(day),
  date: dayOf(end),
  minutesADay: minutes,
  topics: learner.topics,
  cards: learner.cards(day),
  forgetting: forgettingFactor([...learner.tallies.values()], memory),
});
/** A day by the plan, made anew each morning from what is known then. @returns seconds of work */
function workAsPlanned(learner: SimulatedLearner, day: number): number {
  let spent = 0;
  for (const id of planToday(inputOn(learner, day))) {
    const question = learner.questions.find((q) => q.id === id);
    if (!question) continue;
    learner.answer(question, day, spent / 60);
    spent += question.seconds;
  }
  return spent;
}
function someone(seed: number, factor: number): SimulatedLearner {
  const learner = new SimulatedLearner(seededRandom(seed), factor, { topics: 8, each: 20 });
  for (let day = 0; day < begun; day++) learner.workAsDue(day, 900);
  return learner;
}

/** What plain FSRS is compared as: as it comes, and at its best (new questions before reviews, no card twice a day). */
const plainWays = [{}, { steps: false, newFirst: 1 }];
interface Life {
  planned: number;
  plain: number[];
  foretold: number;
  covered: boolean;
}
function live(seed: number, factor: number): Life {
  const learner = someone(seed, factor);
  const twins = plainWays.map((_, n) => learner.twin(seededRandom(seed + 100_000 * (n + 1))));
  const { forecast } = planStudy(inputOn(learner, begun));
  for (let day = begun; day < end; day++) {
    const spent = workAsPlanned(learner, day);
    if (spent > budget) throw new Error(`day ${day} took ${spent} s`);
    for (const [n, twin] of twins.entries()) twin.workAsDue(day, budget, plainWays[n]);
  }
  const known = learner.interview(end, questionsAsked);
  return {
    planned: learner.expectedRecall(end),
    plain: twins.map((twin) => twin.expectedRecall(end)),
    foretold: forecast.recall,
    covered: known >= forecast.low && known <= forecast.high,
  };
}
function livesOf(who: string, count: number, factor: (n: number) => number) {
  const lives = Array.from({ length: count }, (_, n) => live(1 + n, factor(n)));
  const found = {
    planned: mean(lives.map((life) => life.planned)),
    plain: plainWays.map((_, way) => mean(lives.map((life) => life.plain[way] ?? 0))),
    foretold: mean(lives.map((life) => life.foretold)),
    coverage: mean(lives.map(({ covered }) => (covered ? 1 : 0))),
  };
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.info(
    `${who}, ${count} learners: recall on the day ${percent(found.planned)} by the plan, ${found.plain.map(percent).join(" and ")} by plain FSRS ` +
      `(as it comes, at its best) in the same minutes; foretold ${percent(found.foretold)}; the 80 % interval held ${percent(found.coverage)} of interviews`,
  );
  return found;
}

describe("five hundred learners of known memory who plan toward a date", () => {
  test(
    "remember more on the day than with plain FSRS in the same minutes, and as much as foretold",
    () => {
      const found = livesOf("as the model says", learners, () => 1);
      expect(found.planned).toBeGreaterThan((found.plain[0] as number) + 0.1);
      expect(found.planned).toBeGreaterThan((found.plain[1] as number) + 0.008);
      expect(found.coverage).toBeGreaterThanOrEqual(0.75 - slack);
      expect(found.coverage).toBeLessThanOrEqual(0.85 + slack);
      expect(Math.abs(found.planned - found.foretold)).toBeLessThan(0.01);
    },
    patience,
  );

  test.each([
    ["30 % faster", 0.7],
    ["30 % slower", 1.3],
  ])(
    "may forget %s than the model says: the interval still holds",
    (name, factor) => {
      const found = livesOf(`forgetting ${name}`, long ? learners : 30, () => factor);
      expect(found.planned).toBeGreaterThan(found.plain[1] as number);
      expect(found.coverage).toBeGreaterThanOrEqual(0.65 - slack);
      expect(found.coverage).toBeLessThanOrEqual(0.9 + slack);
    },
    patience,
  );

  test(
    "may miss seven days: no day after them is longer than the budget",
    () => {
      const count = long ? learners : 20;
      let longest = 0;
      for (let n = 0; n < count; n++) {
        const learner = someone(1 + n, 1);
        for (let day = begun; day < begun + 3; day++) workAsPlanned(learner, day);
        const replanned = planStudy(inputOn(learner, begun + 10));
        for (const { newSeconds, reviewSeconds } of replanned.days)
          longest = Math.max(longest, newSeconds + reviewSeconds);
        for (let day = begun + 10; day < end; day++) longest = Math.max(longest, workAsPlanned(learner, day));
      }
      console.info(`after seven missed days, ${count} learners: the longest day is ${longest} s of ${budget} s`);
      expect(longest).toBeLessThanOrEqual(budget);
      expect(longest).toBeGreaterThan(budget * 0.8);
    },
    patience,
  );
});
