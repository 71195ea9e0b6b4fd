import { isFeedbackOpen, type UserActor } from "@tidao/access";
import { questionKinds } from "@tidao/grading/spec";
import type { Clock, Locale } from "@tidao/kernel";
import { pointsFromMicro } from "@tidao/measurement";
import { z } from "zod";
import { accessOf } from "../data-access/note-access";
import { type assignmentIdInput, taughtAssignment, taughtAssignmentDto } from "./manage-assignment";
import { getResultRows, type ResultRow } from "./results.repo";

export type Context = { clock: Clock; locale: Locale };
const cell = z.strictObject({ share: z.number(), verdict: z.enum(["right", "partial", "wrong", "pending"]) });
export const resultsDto = z.strictObject({
  assignment: taughtAssignment,
  items: z.array(
    z.strictObject({
      position: z.number().int(),
      questionId: z.string(),
      points: z.number().int(),
      pinned: z.boolean(),
      topicTitle: z.string(),
      kind: z.enum(questionKinds),
      /** Mean share of the points, over those who answered. */
      meanShare: z.number().nullable(),
      answers: z.number().int(),
    }),
  ),
  learners: z.array(
    z.strictObject({
      userId: z.string(),
      name: z.string(),
      email: z.string(),
      /** As it holds for this learner. */
      dueAt: z.string(),
      attempts: z.number().int(),
      /** What was changed for this learner; null fields are those of the assignment. */
      override: z
        .strictObject({ dueAt: z.string().nullable(), attempts: z.number().int().nullable(), reason: z.string() })
        .nullable(),
      /** under-way: there is time left; not-handed-in: there is none. */
      state: z.enum(["not-started", "under-way", "not-handed-in", "finished"]),
      attemptsStarted: z.number().int(),
      /** Whether this learner may have seen verdicts and solutions of an attempt: one more would be answered with them. */
      sawFeedback: z.boolean(),
      finishedAt: z.string().nullable(),
      answered: z.number().int(),
      pending: z.number().int(),
      points: z.number().nullable(),
      /** What the best attempt could earn: less than the assignment where a question was retired before it started. */
      maxPoints: z.number().int(),
      /** In the order of `items`; null where nothing was answered. */
      cells: z.array(cell.nullable()),
    }),
  ),
});
export type Results = z.infer<typeof resultsDto>;

function stateOf({ started, finished, dueAt }: ResultRow, now: Date): Results["learners"][number]["state"] {
  if (started === 0) return "not-started";
  if (finished > 0) return "finished";
  return now < dueAt ? "under-way" : "not-handed-in";
}
/** Who handed in nothing, or let the time pass after starting, has no points, which is a number: it counts in the mean. */
function pointsOf(row: ResultRow, now: Date): number | null {
  if (row.microPoints !== null) return pointsFromMicro(row.microPoints);
  return row.finished > 0 || (row.started > 0 && now >= row.dueAt) ? 0 : null;
}

/** Once noted it stays so, whatever becomes of the due time; before that it is what the learner's pages go by. */
const sawFeedback = ({ opened, started, finished, attempts, dueAt }: ResultRow, feedback: Results["assignment"]["feedback"], now: Date) =>
  opened > 0 || (started > 0 && isFeedbackOpen({ dueAt, feedback, attempts, finishedAttempts: finished }, finished > 0, now));

/**
 * Who has done what: one row a learner, one cell a question, from the best attempt. Each learner sees that they were
 * looked at. @throws NOT_FOUND
 */
export const getResults = (actor: UserActor, input: z.infer<typeof assignmentIdInput>, context: Context): Promise<Results> =>
  readResults(actor, input, "results", context);

/** The same, noted as what it is read for. @throws NOT_FOUND */
export async function readResults(
  actor: UserActor,
  { assignmentId }: z.infer<typeof assignmentIdInput>,
  what: "results" | "csv",
  { clock, locale }: Context,
): Promise<Results> {
  const now = clock.now();
  const look = accessOf(actor, { role: "instructor", what, assignmentId }, now);
  const { assignment, items, learners: rows } = await getResultRows(actor.id, assignmentId, look);
  const column = new Map(items.map(({ questionId }, index) => [questionId, index]));
  const learners = rows.map((row) => ({
    userId: row.userId,
    name: row.name,
    email: row.email,
    dueAt: row.dueAt.toISOString(),
    attempts: row.attempts,
    override: row.override && {
      ...row.override,
      dueAt: row.override.dueAt && new Date(row.override.dueAt).toISOString(),
    },
    state: stateOf(row, now),
    attemptsStarted: row.started,
    sawFeedback: sawFeedback(row, assignment.feedback, now),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    answered: row.answered,
    pending: row.pending,
    points: pointsOf(row, now),
    maxPoints: row.maxPoints ?? assignment.points,
    cells: cellsOf(row, column),
  }));
  return {
    assignment: taughtAssignmentDto(assignment),
    items: items.map(({ topicTitle, ...item }, index) => ({ ...item, topicTitle: topicTitle[locale], ...meanOf(learners, index) })),
    learners,
  };
}

type Cell = Results["learners"][number]["cells"][number];
function cellsOf({ answers: { questionIds, microPoints, verdicts } }: ResultRow, column: ReadonlyMap<string, number>): Cell[] {
  const cells = Array.from<Cell>({ length: column.size }).fill(null);
  for (const [index, questionId] of questionIds.entries()) {
    const at = column.get(questionId);
    if (at !== undefined) cells[at] = { share: pointsFromMicro(microPoints[index]!), verdict: verdicts[index]! };
  }
  return cells;
}

/** An answer that nobody has decided yet says nothing about the question. */
function meanOf(learners: readonly { cells: readonly Cell[] }[], index: number): { answers: number; meanShare: number | null } {
  let [answers, sum] = [0, 0];
  for (const { cells } of learners) {
    const found = cells[index];
    if (!found || found.verdict === "pending") continue;
    answers++;
    sum += found.share;
  }
  return { answers, meanShare: answers ? sum / answers : null };
}
