import { randomUUID } from "node:crypto";
import { isOpenToLearner, type UserActor } from "@tidao/access";
import { variantSeeds } from "@tidao/grading/spec";
import { type Clock, DomainError, seededRandom, seedFrom } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import { z } from "zod";
import { lockLog } from "../learning-record/log.repo";
import type { assignmentInput } from "./attempt.dto";
import { getOwnAssignment, insertAttempt, listItemsToResolve, listOwnAttempts, type OwnAssignment } from "./attempt.repo";

export const startedAttemptDto = z.strictObject({ attemptId: z.string() });

/**
 * Starts an attempt, or gives back the one that is under way. Versions and variants are settled here and never move after.
 * @throws ASSIGNMENT_NOT_OPEN, ASSIGNMENT_CLOSED, ASSIGNMENT_EMPTY when every question was retired, ATTEMPTS_USED_UP, NOT_FOUND
 */
export async function startAttempt(
  actor: UserActor,
  { assignmentId }: z.infer<typeof assignmentInput>,
  { clock }: { clock: Clock },
): Promise<z.infer<typeof startedAttemptDto>> {
  const now = clock.now();
  return inTransaction(async (connection) => {
    await lockLog(connection, actor.subjectId, 0);
    const assignment = await getOwnAssignment(actor, assignmentId, connection);
    const underWay = (await listOwnAttempts(actor.subjectId, assignmentId, connection)).find((a) => a.finishedAt === null && a.feedbackOpenedAt === null);
    assertOpen(assignment, now);
    if (underWay) return { attemptId: underWay.id };
    if (assignment.startedAttempts >= assignment.attempts) throw new DomainError("ATTEMPTS_USED_UP", { attempts: assignment.attempts });
    const id = randomUUID();
    const random = seededRandom(seedFrom(id));
    const items = await listItemsToResolve(connection, assignmentId);
    if (items.length === 0) throw new DomainError("ASSIGNMENT_EMPTY");
    const ordered = assignment.shuffle ? random.shuffle(items) : items;
    await insertAttempt(
      connection,
      { id, assignmentId, subjectId: actor.subjectId, number: assignment.startedAttempts + 1, startedAt: now },
      ordered.map((item, index) => ({ ...item, position: index + 1, seed: random.integer(0, variantSeeds - 1) })),
    );
    return { attemptId: id };
  });
}

export function assertOpen(assignment: OwnAssignment, now: Date): void {
  if (isOpenToLearner(assignment, now)) return;
  if (now < assignment.opensAt) throw new DomainError("ASSIGNMENT_NOT_OPEN", { opensAt: assignment.opensAt.toISOString() });
  if (now >= assignment.dueAt) throw new DomainError("ASSIGNMENT_CLOSED", { closedAt: assignment.dueAt.toISOString() });
  throw new DomainError("ATTEMPTS_USED_UP", { attempts: assignment.attempts });
}
