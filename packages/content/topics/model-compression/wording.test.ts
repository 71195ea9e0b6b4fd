import { test } from "vitest";
import { topicUnderTest } from "../../src/testing/topic-under-test";

const { statesInBoth } = topicUnderTest(import.meta.url);
const bits = 4 + 16 / 128;
const size = (7 * bits) / 8;
const [step, small] = [0.7 / 7, 0.03 / 7];
const steps = [0.02, -0.01, 0.014].map((weight) => Math.abs(weight / small).toFixed(2));

/** Numbers worked out here, which a question's choices, reasons and solution state once in each language or more. */
test.each([
  ["comp-batch-prefill-claim", ["14.0 GB", `${size.toFixed(1)} GB`, size.toFixed(2), `×${bits}/8`, (16 / bits).toFixed(2)]],
  [
    "comp-checkpoint-claims",
    [
      `${size.toFixed(2)} GB`,
      size.toFixed(3),
      `= ${bits}`,
      `${((100 * size) / 14).toFixed(1)}%`,
      `${4 + 16 / 32}/${bits} = ${(4.5 / bits).toFixed(3)}`,
      (16 / bits).toFixed(1),
      (7 / 4).toFixed(2),
    ],
  ],
  ["comp-shared-scale", [`0.7/7 = ${step.toFixed(1)}`, small.toFixed(4), small.toFixed(6), ...steps]],
  ["comp-wanda-row", ["0.9\\times1 = 0.9", `0.4\\times6 = ${(0.4 * 6).toFixed(1)}`, `0.2\\times10 = ${(0.2 * 10).toFixed(1)}`]],
  ["comp-rank-candidates", ["AWQ 0.00184 < GPTQ 0.00396"]],
  ["comp-pruning-report", [`${(100 * 36) / 64}%`, "0.5\\times32/16 = 100\\%"]],
])("%s states what is computed", (id, numbers) => {
  statesInBoth(id, ...numbers);
});
