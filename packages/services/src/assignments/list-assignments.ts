import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { pointsFromMicro } from "@tidao/measurement";
import { z } from "zod";
import { listWithheldQuestionIds } from "../exposure/graded-use.repo";
import { listAssignmentRows } from "./assignment.repo";
import { listBestPoints } from "./attempt.repo";

export const openAssignment = z.strictObject({
  id: z.string(),
  title: z.string(),
  classId: z.string(),
  className: z.string(),
  opensAt: z.string(),
  dueAt: z.string(),
  questions: z.number().int(),
  /** Answered in the newest attempt. */
  answered: z.number().int(),
  attempts: z.number().int(),
  attemptsStarted: z.number().int(),
  /** Those handed in. */
  attemptsFinished: z.number().int(),
  /** Whether one of them can be gone on with. */
  underWay: z.boolean(),
  /** upcoming: not open yet; open: can be worked on; done: every attempt used or finished; closed: past its due time. */
  state: z.enum(["upcoming", "open", "done", "closed"]),
  feedbackOpen: z.boolean(),
});
export type OpenAssignment = z.infer<typeof openAssignment>;
export const assignmentListDto = z.array(
  openAssignment.extend({
    /** Of the best attempt; null where nothing was begun and while the learner may not see points. */
    points: z.strictObject({ points: z.number(), max: z.number().int() }).nullable(),
  }),
);

/** The learner's assignments of all classes, the soonest due first. */
export async function listAssignments(actor: UserActor, _: object, { clock }: { clock: Clock }): Promise<z.infer<typeof assignmentListDto>> {
  const now = clock.now();
  const [assignments, withheld] = await Promise.all([listAssignmentRows(actor, now), listWithheldQuestionIds(actor, now)]);
  const told = assignments.filter(({ feedbackOpen, attemptsStarted }) => feedbackOpen && attemptsStarted > 0);
  const best = told.length > 0 ? await listBestPoints(actor.subjectId, told, withheld, now) : [];
  const points = new Map(best.map(({ assignmentId, microPoints, maxPoints }) => [assignmentId, { points: pointsFromMicro(microPoints), max: maxPoints }]));
  return assignments.map((assignment) => ({ ...assignment, points: points.get(assignment.id) ?? null }));
}

/** Those that can be worked on now. */
export async function listOpenAssignments(actor: UserActor, now: Date): Promise<OpenAssignment[]> {
  return (await listAssignmentRows(actor, now)).filter((a) => a.state === "open");
}
