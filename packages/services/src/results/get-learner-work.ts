import type { UserActor } from "@tidao/access";
import { answer } from "@tidao/grading/spec";
import type { Locale } from "@tidao/kernel";
import { pointsFromMicro } from "@tidao/measurement";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { type AttemptItemRow, listAttemptItems, listOwnAttempts } from "../assignments/attempt.repo";
import { recordAudit } from "../audit/record-audit";
import { instantiateVersion, renderVersion } from "../bank/present-version";
import { getPublishedVersion, getPublishedVersions } from "../bank/question-version.repo";
import { noteAccess } from "../data-access/note-access";
import { getCountingSubmission } from "../learning-record/submission.repo";
import { disguiseOf } from "../practice/answer-key";
import { hideAnswer, hideFeedback, hideShown } from "../practice/disguise";
import { feedbackForLearner, shownQuestion } from "../practice/question-for-learner.dto";
import { feedbackDto } from "../practice/submission-dto";
import { findNeighbours, getClassLearner, getTaughtAssignment } from "./assignment-admin.repo";
import type { Context } from "./get-results";
import { assignmentIdInput, taughtAssignment, taughtAssignmentDto } from "./manage-assignment";

export const learnerWorkInput = assignmentIdInput.extend({ userId: z.uuid() });
const workItem = z.strictObject({
  position: z.number().int(),
  questionId: z.string(),
  versionId: z.string(),
  versionNumber: z.number().int(),
  seed: z.number().int(),
  points: z.number().int(),
  /** As the learner had it before them, parts in the same order. */
  shown: shownQuestion,
  answer: answer.nullable(),
  feedback: feedbackForLearner.nullable(),
  submittedAt: z.string().nullable(),
});
export const learnerWorkDto = z.strictObject({
  assignment: taughtAssignment,
  learner: z.strictObject({ userId: z.string(), name: z.string(), email: z.string() }),
  /** The learners before and after in the class's order. */
  neighbours: z.strictObject({ previous: z.string().nullable(), next: z.string().nullable() }),
  attempts: z.array(
    z.strictObject({
      id: z.string(),
      number: z.number().int(),
      startedAt: z.string(),
      finishedAt: z.string().nullable(),
      points: z.number(),
      maxPoints: z.number(),
      answered: z.number().int(),
      pending: z.number().int(),
      items: z.array(workItem),
    }),
  ),
});

/** Each answer of one learner, as it was asked and as it was graded; the look is noted in the audit trail and where the learner sees it. @throws NOT_FOUND */
export async function getLearnerWork(
  actor: UserActor,
  { assignmentId, userId }: z.infer<typeof learnerWorkInput>,
  { clock, locale }: Context,
): Promise<z.infer<typeof learnerWorkDto>> {
  const assignment = await getTaughtAssignment(actor.id, assignmentId);
  const { subjectId, ...learner } = await getClassLearner(assignment.classId, userId);
  await inTransaction(async (connection) => {
    const now = clock.now();
    await noteAccess(actor, { userIds: [userId], role: "instructor", what: "work", assignmentId }, now, connection);
    const act = { action: "learner.viewed", resource: ["user", userId], detail: { assignmentId } } as const;
    await recordAudit(connection, actor, act, now);
  });
  const [neighbours, attempts] = await Promise.all([
    findNeighbours(assignment.classId, userId),
    listOwnAttempts(subjectId, assignmentId),
  ]);
  const items = await Promise.all(attempts.map(({ id }) => listAttemptItems(id)));
  await getPublishedVersions([...new Set(items.flat().map((item) => item.versionId))]);
  return {
    assignment: taughtAssignmentDto(assignment),
    learner: { userId, ...learner },
    neighbours,
    attempts: await Promise.all(
      attempts.map(async (attempt, index) => ({
        id: attempt.id,
        number: attempt.number,
        startedAt: attempt.startedAt.toISOString(),
        finishedAt: attempt.finishedAt?.toISOString() ?? null,
        points: pointsFromMicro(attempt.microPoints),
        maxPoints: attempt.maxPoints,
        answered: attempt.answered,
        pending: attempt.pending,
        items: await Promise.all((items[index] ?? []).map((item) => workItemDto(subjectId, item, locale))),
      })),
    ),
  };
}

async function workItemDto(subjectId: string, item: AttemptItemRow, locale: Locale): Promise<z.infer<typeof workItem>> {
  const version = await getPublishedVersion(item.versionId);
  const disguise = disguiseOf(version, item.seed, instantiateVersion(version, item.seed));
  const stored = item.submissionId ? await getCountingSubmission(subjectId, item.submissionId) : null;
  return {
    position: item.position,
    questionId: item.questionId,
    versionId: version.id,
    versionNumber: version.number,
    seed: item.seed,
    points: item.points,
    shown: hideShown((await renderVersion(version, item.seed, locale)).shown, disguise),
    answer: stored && hideAnswer(stored.answer, disguise),
    feedback: stored && hideFeedback(await feedbackDto(stored, locale), disguise),
    submittedAt: stored?.submittedAt.toISOString() ?? null,
  };
}
