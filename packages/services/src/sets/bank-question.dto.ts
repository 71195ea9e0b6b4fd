import type { Locale } from "@tidao/kernel";
import { pointsFromMicro } from "@tidao/measurement";
import { z } from "zod";
import type { PublishedVersion } from "../bank/question-version.repo";
import { keyAnswer, questionKinds } from "@tidao/grading";
import { answer } from "@tidao/grading/spec";
import { instantiateVersion, renderVersion } from "../bank/present-version";
import { shownQuestion } from "../practice/question-for-learner.dto";

/** A question as an instructor sees it when choosing: with its key. */
export const questionForInstructor = z.strictObject({
  questionId: z.string(),
  versionId: z.string(),
  topicSlug: z.string(),
  kind: z.enum(questionKinds),
  objective: z.string(),
  difficulty: z.number().int(),
  expectedSeconds: z.number().int(),
  parameterised: z.boolean(),
  shown: shownQuestion,
  key: answer,
  solutionHtml: z.string(),
  /** Share of points that all learners earned on it, with how many answers stand behind it. */
  facility: z.number().nullable(),
  answers: z.number().int(),
});
export type QuestionForInstructor = z.infer<typeof questionForInstructor>;

export async function questionForInstructorDto(
  version: PublishedVersion,
  counts: { submissions: number; micro: number },
  locale: Locale,
): Promise<QuestionForInstructor> {
  const { shown, revealed } = await renderVersion(version, 0, locale);
  return {
    questionId: version.questionId,
    versionId: version.id,
    topicSlug: version.topicSlug,
    kind: version.kind,
    objective: version.objective,
    difficulty: version.difficulty,
    expectedSeconds: version.expectedSeconds,
    parameterised: version.spec.variant !== undefined,
    shown,
    key: keyAnswer(instantiateVersion(version, 0)),
    solutionHtml: revealed.solution,
    facility: counts.submissions ? pointsFromMicro(counts.micro) / counts.submissions : null,
    answers: counts.submissions,
  };
}
