import { gradeAnswer, isUnreadable, keyAnswer } from "@tidao/grading";
import { answer, questionKinds, variantSeeds } from "@tidao/grading/spec";
import type { Locale } from "@tidao/kernel";
import { pointsFromMicro } from "@tidao/measurement";
import { z } from "zod";
import { instantiateVersion, renderVersion } from "../bank/present-version";
import type { PublishedVersion } from "../bank/question-version.repo";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer, hideFeedback, hideShown } from "../practice/disguise";
import { feedbackForLearner, shownQuestion } from "../practice/question-for-learner.dto";
import { feedbackDto } from "../practice/submission-dto";
import type { BankRow } from "./bank.repo";

/** A question in a list to choose from. */
export const bankQuestion = z.strictObject({
  questionId: z.string(),
  versionId: z.string(),
  versionNumber: z.number().int(),
  topicSlug: z.string(),
  topicTitle: z.string(),
  kind: z.enum(questionKinds),
  objective: z.string(),
  difficulty: z.number().int(),
  expectedSeconds: z.number().int(),
  parameterised: z.boolean(),
  stemHtml: z.string(),
  /** Share of points that all learners earned on it, with how many answers stand behind it. */
  facility: z.number().nullable(),
  answers: z.number().int(),
});
export type BankQuestion = z.infer<typeof bankQuestion>;

export async function bankQuestionDto(version: PublishedVersion, row: BankRow, locale: Locale): Promise<BankQuestion> {
  const { shown } = await renderVersion(version, 0, locale);
  return {
    questionId: version.questionId,
    versionId: version.id,
    versionNumber: version.number,
    topicSlug: version.topicSlug,
    topicTitle: row.topicTitle[locale],
    kind: version.kind,
    objective: version.objective,
    difficulty: version.difficulty,
    expectedSeconds: version.expectedSeconds,
    parameterised: version.spec.variant !== undefined,
    stemHtml: shown.stem,
    facility: row.submissions ? pointsFromMicro(row.micro) / row.submissions : null,
    answers: row.submissions,
  };
}

/** A question as a learner would meet it, with its key and what a learner is told who gives it: for instructors. */
export const questionForInstructor = bankQuestion.extend({
  seed: z.number().int(),
  /** How many different sets of numbers it can be asked with. */
  variants: z.number().int(),
  shown: shownQuestion,
  key: answer,
  feedback: feedbackForLearner,
});
export type QuestionForInstructor = z.infer<typeof questionForInstructor>;

export async function questionForInstructorDto(
  version: PublishedVersion,
  row: BankRow,
  seed: number,
  locale: Locale,
): Promise<QuestionForInstructor> {
  const spec = instantiateVersion(version, seed);
  const disguise = disguiseOf(version, seed, spec);
  const key = keyAnswer(spec);
  const grading = gradeAnswer(spec, key);
  if (isUnreadable(grading)) throw new Error(`the key of ${version.questionId} cannot be graded`);
  const { shown } = await renderVersion(version, seed, locale);
  return {
    ...(await bankQuestionDto(version, row, locale)),
    seed,
    variants: version.spec.variant ? variantSeeds : 1,
    shown: hideShown(shown, disguise),
    key: hideAnswer(key, disguise),
    feedback: hideFeedback(await feedbackDto({ version, seed, grading, hintsUsed: 0 }, locale), disguise),
  };
}
