import { askedDigits, gradeAnswer, instantiate } from "@tidao/grading";
import { expect, test } from "vitest";
import { readCourse } from "../read/read-course";

const seeds = Array.from({ length: 25 }, (_, at) => at);
/** Away from zero at a half, as people round. */
const round = (value: number, digits: NonNullable<ReturnType<typeof askedDigits>>) => {
  const nudged = value * (1 + 1e-12);
  return "decimals" in digits
    ? nudged.toFixed(digits.decimals)
    : String(Number(nudged.toPrecision(digits.significant)));
};

test("whoever rounds as the stem asks, or to three digits where it asks for none, is right", async () => {
  const numeric = (await readCourse()).topics.flatMap(({ questions }) =>
    questions.flatMap(({ id, spec }) => (spec.interaction.kind === "numeric" ? [{ id, spec }] : [])),
  );
  const refused = numeric.flatMap(({ id, spec }) =>
    (spec.variant ? seeds : [0]).flatMap((seed) => {
      const question = instantiate(spec, seed);
      const key = Number("answer" in question.interaction && question.interaction.answer);
      if (Number.isInteger(key)) return [];
      return (["zh", "en"] as const).flatMap((locale) => {
        const text = round(key, askedDigits(question.stem[locale]) ?? { significant: 3 });
        const result = gradeAnswer(question, { kind: "numeric", text });
        return "verdict" in result && result.verdict === "right" ? [] : [`${id} ${locale} ${key} ${text}`];
      });
    }),
  );
  expect(numeric.length).toBeGreaterThan(300);
  expect([...new Set(refused)]).toEqual([]);
});
