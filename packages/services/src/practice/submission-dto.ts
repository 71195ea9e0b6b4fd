import { keyAnswer } from "@tidao/grading";
import type { Locale } from "@tidao/kernel";
import { instantiateVersion, renderVersion } from "../bank/present-version";
import { describeMisconceptions, describeSources } from "../course/course-words.repo";
import type { RecordedSubmission } from "../learning-record/record-submission";
import { disguiseOf } from "./answer-key";
import { hideFeedback } from "./disguise";
import type { FeedbackForLearner, SubmissionForLearner } from "./question-for-learner.dto";

/** Feedback in the author's ids, for those who may see keys anyway (an instructor looking at an answer). */
export async function feedbackDto(
  submission: Pick<RecordedSubmission, "version" | "seed" | "grading" | "hintsUsed">,
  locale: Locale,
): Promise<FeedbackForLearner> {
  const { version, seed, grading } = submission;
  const spec = instantiateVersion(version, seed);
  const { revealed } = await renderVersion(version, seed, locale);
  const [misconceptions, sources] = await Promise.all([
    describeMisconceptions(version.topicSlug, grading.misconceptions, locale),
    describeSources(spec.sources),
  ]);
  const matched = new Set(grading.parts.filter((part) => part.right).map((part) => part.id));
  return {
    verdict: grading.verdict,
    points: grading.points,
    maxPoints: 1,
    rule: version.kind,
    tolerance: spec.interaction.kind === "numeric" ? spec.interaction.tolerance : undefined,
    hintsTaken: submission.hintsUsed,
    parts: grading.parts.map(({ id, chosen, right, trap }) => ({
      id,
      chosen,
      right,
      whyHtml: (trap === undefined ? undefined : revealed.why[`${id}:${trap}`]) ?? revealed.why[id],
      keyHtml: revealed.keys[id],
    })),
    misconceptions,
    solutionHtml: revealed.solution,
    modelAnswerHtml: revealed.modelAnswer,
    keyPoints: revealed.keyPoints?.map((point) => ({ ...point, matched: matched.has(point.id) })),
    correctAnswer: keyAnswer(spec),
    sources,
  };
}

/** A submission as its learner may see it: without feedback while that is withheld. */
export async function submissionDto(submission: RecordedSubmission, locale: Locale): Promise<SubmissionForLearner> {
  const { version, seed } = submission;
  return {
    submissionId: submission.id,
    questionId: version.questionId,
    submittedAt: submission.submittedAt.toISOString(),
    replayed: submission.replayed,
    nextReviewAt: (!submission.withheld && submission.nextReview?.toISOString()) || null,
    feedback: submission.withheld
      ? null
      : hideFeedback(await feedbackDto(submission, locale), disguiseOf(version, seed, instantiateVersion(version, seed))),
  };
}
