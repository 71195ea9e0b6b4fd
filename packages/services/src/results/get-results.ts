import type { UserActor } from "@tidao/access";
import type { Clock, Locale } from "@tidao/kernel";
import { pointsFromMicro } from "@tidao/measurement";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { answer } from "@tidao/grading/spec";
import { listAttemptItems, listOwnAttempts } from "../assignments/attempt.repo";
import { recordAudit } from "../audit/record-audit";
import { getPublishedVersion } from "../bank/question-version.repo";
import { renderVersion } from "../bank/present-version";
import { getOwnSubmission } from "../learning-record/submission.repo";
import { feedbackForLearner, shownQuestion } from "../practice/question-for-learner.dto";
import { feedbackDto } from "../practice/submission-dto";
import { getClassLearner, getTaughtAssignment, listAssignmentItemRows, listResultRows, type ResultRow } from "./assignment-admin.repo";
import { assignmentIdInput, taughtAssignment, taughtAssignmentDto } from "./manage-assignment";

type Context = { clock: Clock; locale: Locale };
export const resultsDto = z.strictObject({
  assignment: taughtAssignment,
  items: z.array(z.strictObject({ position: z.number().int(), questionId: z.string(), points: z.number().int(), topicSlug: z.string(), kind: z.string(), meanShare: z.number().nullable(), answers: z.number().int() })),
  learners: z.array(
    z.strictObject({
      userId: z.string(), name: z.string(), email: z.string(), dueAt: z.string(), overrideReason: z.string().nullable(),
      state: z.enum(["not-started", "under-way", "finished"]),
      attemptsStarted: z.number().int(), attempts: z.number().int(), finishedAt: z.string().nullable(), answered: z.number().int(), pending: z.number().int(), points: z.number().nullable(),
      /** In the order of `items`; null where nothing was answered. */
      cells: z.array(z.strictObject({ share: z.number(), verdict: z.string() }).nullable()),
    }),
  ),
});
export type Results = z.infer<typeof resultsDto>;

const stateOf = (row: ResultRow) => (row.started === 0 ? "not-started" : row.finishedAt ? "finished" : "under-way");

/** Who has done what: one row a learner, one cell a question, from the best attempt. @throws NOT_FOUND */
export async function getResults(actor: UserActor, { assignmentId }: z.infer<typeof assignmentIdInput>, _: Context): Promise<Results> {
  const assignment = await getTaughtAssignment(actor.id, assignmentId);
  const [items, rows] = await Promise.all([listAssignmentItemRows(assignmentId), listResultRows(assignmentId)]);
  return {
    assignment: taughtAssignmentDto(assignment),
    items: items.map((item) => {
      const answered = rows.flatMap((row) => row.cells[item.questionId] ?? []);
      const mean = answered.reduce((sum, cell) => sum + pointsFromMicro(cell.micro), 0) / answered.length;
      return { ...item, answers: answered.length, meanShare: answered.length ? mean : null };
    }),
    learners: rows.map((row) => ({
      userId: row.userId, name: row.name, email: row.email, dueAt: row.dueAt.toISOString(), overrideReason: row.overrideReason, state: stateOf(row),
      attemptsStarted: row.started, attempts: row.attempts, finishedAt: row.finishedAt?.toISOString() ?? null, answered: row.answered, pending: row.pending,
      points: row.microPoints === null ? null : pointsFromMicro(row.microPoints),
      cells: items.map((item) => {
        const cell = row.cells[item.questionId];
        return cell ? { share: pointsFromMicro(cell.micro), verdict: cell.verdict } : null;
      }),
    })),
  };
}

export const learnerWorkInput = assignmentIdInput.extend({ userId: z.uuid() });
export const learnerWorkDto = z.strictObject({
  assignment: taughtAssignment,
  learner: z.strictObject({ userId: z.string(), name: z.string(), email: z.string() }),
  attempts: z.array(
    z.strictObject({
      id: z.string(), number: z.number().int(), startedAt: z.string(), finishedAt: z.string().nullable(), points: z.number(), maxPoints: z.number(),
      items: z.array(
        z.strictObject({
          position: z.number().int(), questionId: z.string(), versionId: z.string(), versionNumber: z.number().int(), points: z.number().int(), shown: shownQuestion,
          answer: answer.nullable(), feedback: feedbackForLearner.nullable(), submittedAt: z.string().nullable(),
        }),
      ),
    }),
  ),
});
/** Each answer of one learner, as it was asked and as it was graded; the look is noted in the audit trail. @throws NOT_FOUND */
export async function getLearnerWork(actor: UserActor, { assignmentId, userId }: z.infer<typeof learnerWorkInput>, { clock, locale }: Context): Promise<z.infer<typeof learnerWorkDto>> {
  const assignment = await getTaughtAssignment(actor.id, assignmentId);
  const { subjectId, ...learner } = await getClassLearner(assignment.classId, userId);
  const attempts = await listOwnAttempts(subjectId, assignmentId);
  await inTransaction((connection) =>
    recordAudit(connection, actor, { action: "learner.viewed", resource: ["user", userId], detail: { assignmentId } }, clock.now()),
  );
  return {
    assignment: taughtAssignmentDto(assignment),
    learner: { userId, ...learner },
    attempts: await Promise.all(
      attempts.map(async (attempt) => ({
        id: attempt.id, number: attempt.number, startedAt: attempt.startedAt.toISOString(), finishedAt: attempt.finishedAt?.toISOString() ?? null,
        points: pointsFromMicro(attempt.microPoints), maxPoints: attempt.maxPoints,
        items: await Promise.all(
          (await listAttemptItems(attempt.id)).map(async (item) => {
            const version = await getPublishedVersion(item.versionId);
            const stored = item.submissionId ? await getOwnSubmission(subjectId, item.submissionId) : null;
            return {
              position: item.position, questionId: item.questionId, versionId: version.id, versionNumber: version.number, points: item.points,
              shown: (await renderVersion(version, item.seed, locale)).shown,
              answer: stored?.answer ?? null, feedback: stored ? await feedbackDto(stored, locale) : null, submittedAt: stored?.submittedAt.toISOString() ?? null,
            };
          }),
        ),
      })),
    ),
  };
}

export const csvDto = z.strictObject({ fileName: z.string(), csv: z.string() });
/** The results as CSV with a byte order mark, so that spreadsheets read Chinese names right. @throws NOT_FOUND */
export async function exportResults(actor: UserActor, input: z.infer<typeof assignmentIdInput>, context: Context): Promise<z.infer<typeof csvDto>> {
  const { assignment, items, learners } = await getResults(actor, input, context);
  await inTransaction((connection) =>
    recordAudit(connection, actor, { action: "results.exported", resource: ["assignment", assignment.id], detail: { learners: learners.length } }, context.clock.now()),
  );
  const head = ["name", "email", "state", "attempts", "answered", "pending", "points", "max_points", "finished_at", ...items.map((i) => i.questionId)];
  const lines = learners.map((l) => [
    l.name, l.email, l.state, l.attemptsStarted, l.answered, l.pending, l.points ?? "", assignment.points, l.finishedAt ?? "",
    ...l.cells.map((cell, i) => (cell ? round(cell.share * (items[i]?.points ?? 1)) : "")),
  ]);
  const safeTitle = assignment.title.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "results";
  return { fileName: `${safeTitle}.csv`, csv: `\uFEFF${[head, ...lines].map((line) => line.map(csvCell).join(",")).join("\r\n")}\r\n` };
}
const round = (points: number) => Math.round(points * 1e4) / 1e4;
/** A name that begins like a formula must stay a name in a spreadsheet. */
export function csvCell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
