import { evaluateFormula } from "./formula";
import { distractorAnswers, gradeAnswer, isUnreadable, keyAnswer } from "./grade-answer";
import { problem, type Problem } from "./problem";
import type { Answer, QuestionSpec } from "./spec";
import { confidentMatches } from "./types/short-answer/grade";
import { within } from "./types/numeric/tolerance";
import { locales } from "@tidao/kernel";

/** Runs the real grader on one instance of a question: the key earns everything, no distractor does. */
export function checkGrading(instance: QuestionSpec, seed: number): Problem[] {
  const found = [...numericFaults(instance, seed), ...shortAnswerFaults(instance)];
  // what is no number can be typed by nobody
  if (found.some(({ code, path }) => code === "numeric.not-finite" && path.at(-1) === "answer")) return found;
  const keyPoints = pointsFor(instance, keyAnswer(instance));
  if (keyPoints !== 1) {
    const code = instance.interaction.kind === "numeric" ? "numeric.key-not-typable" : "grader.key-not-full";
    found.push(problem(["interaction"], code, { seed, points: keyPoints }));
  }
  if (instance.interaction.kind !== "numeric")
    for (const { label, answer } of distractorAnswers(instance))
      if (pointsFor(instance, answer) === 1)
        found.push(problem(["interaction"], "grader.distractor-full", { seed, label }));
  return found;
}

/** What is sent back as unreadable earns nothing. */
function pointsFor(instance: QuestionSpec, answer: Answer): number {
  const result = gradeAnswer(instance, answer);
  return isUnreadable(result) ? 0 : result.points;
}

const [tiniest, largest] = [1e-9, 1e15];
/** Of the answer: what is half of it off is no answer to it. The widest of the course is a quarter. */
const widest = 0.5;

function numericFaults({ interaction }: QuestionSpec, seed: number): Problem[] {
  if (interaction.kind !== "numeric") return [];
  const { tolerance } = interaction;
  const path = ["interaction"];
  const answer = evaluateFormula(interaction.answer, {});
  if (!Number.isFinite(answer))
    return [problem([...path, "answer"], "numeric.not-finite", { seed, value: String(answer) })];
  const found: Problem[] = [];
  const size = Math.abs(answer);
  if (size > largest || (size > 0 && size < tiniest))
    found.push(problem([...path, "answer"], "numeric.out-of-range", { seed, value: answer }));
  if ("absolute" in tolerance && size > 0 && tolerance.absolute >= widest * size)
    found.push(
      problem([...path, "tolerance", "absolute"], "numeric.tolerance-wide", {
        seed,
        value: tolerance.absolute,
        answer,
      }),
    );
  if (interaction.check !== undefined) {
    const check = evaluateFormula(interaction.check, {});
    if (!(Math.abs(check - answer) <= 1e-9 * Math.max(Math.abs(check), size)))
      found.push(problem([...path, "check"], "numeric.check-disagrees", { seed, answer, check: String(check) }));
  }
  const values = interaction.distractors.map(({ value }) => evaluateFormula(value, {}));
  values.forEach((value, at) => {
    const place = [...path, "distractors", at, "value"];
    if (!Number.isFinite(value)) found.push(problem(place, "numeric.not-finite", { seed, value: String(value) }));
    if (within(value, answer, tolerance) || within(answer, value, tolerance))
      found.push(problem(place, "numeric.distractor-meets-key", { seed, value, answer }));
    const twin = values.findIndex(
      (other, before) => before < at && (within(value, other, tolerance) || within(other, value, tolerance)),
    );
    if (twin >= 0) found.push(problem(place, "numeric.distractors-meet", { seed, value, other: twin + 1 }));
  });
  return found;
}

/** The author's own model answer has to be recognised, or learners who write like it are left with a tick-list. */
function shortAnswerFaults({ interaction }: QuestionSpec): Problem[] {
  if (interaction.kind !== "short-answer") return [];
  return locales.flatMap((locale) => {
    const met = confidentMatches(interaction, interaction.modelAnswer[locale]);
    return interaction.keyPoints.flatMap(({ id }, at) =>
      met.has(id)
        ? []
        : [
            problem(["interaction", "keyPoints", at, "phrases", locale], "short-answer.model-answer-misses", {
              id,
              locale,
            }),
          ],
    );
  });
}
