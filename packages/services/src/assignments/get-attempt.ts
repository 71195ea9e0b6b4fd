import { isFeedbackOpen, isOpenToLearner, type UserActor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import type { z } from "zod";
import { instantiateVersion } from "../bank/present-version";
import { getPublishedVersion, getPublishedVersions } from "../bank/question-version.repo";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { getOwnSubmission } from "../learning-record/submission.repo";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer } from "../practice/disguise";
import { questionForLearnerDto } from "../practice/question-dto";
import { submissionDto } from "../practice/submission-dto";
import type { attemptDto, attemptInput } from "./attempt.dto";
import { type AttemptItemRow, getOwnAssignment, getOwnAttempt, listAttemptItems } from "./attempt.repo";
import { attemptSummaryDto } from "./get-assignment";

/** An attempt with its questions, the answers given so far and, once it is open, their feedback. @throws NOT_FOUND */
export async function getAttempt(
  actor: UserActor,
  { attemptId }: z.infer<typeof attemptInput>,
  { clock, locale }: { clock: Clock; locale: Locale },
): Promise<z.infer<typeof attemptDto>> {
  const now = clock.now();
  const attempt = await getOwnAttempt(actor.subjectId, attemptId);
  const assignment = await getOwnAssignment(actor, attempt.assignmentId);
  const [items, withheld] = await Promise.all([listAttemptItems(attemptId), listWithheldQuestionIds(actor, now)]);
  await getPublishedVersions(items.map((item) => item.versionId));
  const feedbackOpen = isFeedbackOpen(assignment, attempt.finishedAt !== null, now);
  // points would tell of a question that another open assignment holds
  const pointsOpen = feedbackOpen && !items.some((item) => withheld.includes(item.questionId));
  return {
    assignmentId: assignment.id,
    title: assignment.title,
    className: assignment.className,
    dueAt: assignment.dueAt.toISOString(),
    attempt: attemptSummaryDto(attempt, pointsOpen),
    open: attempt.finishedAt === null && attempt.feedbackOpenedAt === null && isOpenToLearner(assignment, now),
    feedbackOpen,
    items: await Promise.all(items.map((item) => itemDto(actor, item, feedbackOpen && !withheld.includes(item.questionId), locale))),
  };
}

async function itemDto(actor: UserActor, item: AttemptItemRow, reveal: boolean, locale: Locale) {
  const version = await getPublishedVersion(item.versionId);
  const disguise = disguiseOf(version, item.seed, instantiateVersion(version, item.seed));
  const stored = item.submissionId ? await getOwnSubmission(actor.subjectId, item.submissionId) : null;
  return {
    position: item.position,
    points: item.points,
    question: await questionForLearnerDto(version, item.seed, locale),
    answer: item.answer ? hideAnswer(item.answer, disguise) : null,
    submission: stored ? await submissionDto({ ...stored, withheld: !reveal }, locale) : null,
  };
}
