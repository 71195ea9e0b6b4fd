import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { z } from "zod";
import { listAssignmentRows } from "./assignment.repo";

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
export const assignmentListDto = z.array(openAssignment);

/** The learner's assignments of all classes, the soonest due first. */
export async function listAssignments(actor: UserActor, _: object, { clock }: { clock: Clock }): Promise<OpenAssignment[]> {
  return listAssignmentRows(actor, clock.now());
}

/** Those that can be worked on now. */
export async function listOpenAssignments(actor: UserActor, now: Date): Promise<OpenAssignment[]> {
  return (await listAssignmentRows(actor, now)).filter((a) => a.state === "open");
}
