import { type Locale, locales } from "@tidao/kernel";
import type { Course, CourseQuestion } from "../course";
import type { Problem } from "../problem";
import { plainText } from "./lesson-sections";
import { parsedText } from "./parsed-text";

/** Above this share a learner who always takes the longest choice does better than by chance. */
export const longestKeyShare = 0.35;
/** With fewer questions the share says nothing. */
const leastQuestions = 8;

export function checkKeysByLength({ topics }: Course): Problem[] {
  const questions = topics
    .flatMap((topic) => topic.questions)
    .filter(({ spec }) => spec.interaction.kind === "single-choice");
  if (questions.length < leastQuestions) return [];
  return locales.flatMap((locale) => {
    const betrayed = questions.filter((question) => keyIsLongest(question, locale));
    const share = betrayed.length / questions.length;
    if (share <= longestKeyShare) return [];
    return betrayed.map(({ place }) => ({
      file: place.file,
      line: place.lineOf(["interaction", "choices"]),
      what: `the key is the longest choice in ${locale === "zh" ? "Chinese" : "English"}, as in ${Math.round(share * 100)} % of single-choice questions`,
      mend: `shorten it or lengthen another until at most ${longestKeyShare * 100} % are so`,
    }));
  });
}

export function keyIsLongest({ spec: { interaction } }: CourseQuestion, locale: Locale): boolean {
  if (interaction.kind !== "single-choice") return false;
  const length = ({ text }: (typeof interaction.choices)[number]) =>
    Array.from(plainText(parsedText(text[locale]))).length;
  const key = interaction.choices.find(({ correct }) => correct);
  return key !== undefined && interaction.choices.every((choice) => choice === key || length(choice) < length(key));
}
