import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import type { z } from "zod";
import { noteAccess } from "../data-access/note-access";
import type { classInput, memberListDto } from "./class.dto";
import { getTaughtClassRow, listMemberRows } from "./class.repo";

/** With address and diligence, so that each learner sees that they were looked at. @throws NOT_FOUND for another instructor's class */
export async function listMembers(actor: UserActor, { classId }: z.infer<typeof classInput>, { clock }: { clock: Clock }): Promise<z.infer<typeof memberListDto>> {
  await getTaughtClassRow(actor.id, classId);
  const rows = await listMemberRows(classId);
  const learners = rows.filter(({ role }) => role === "learner");
  await noteAccess(actor, { userIds: learners.map(({ userId }) => userId), role: "instructor", what: "members", classId }, clock.now());
  return {
    learners: learners.map(({ role: _, owner: __, joinedAt, ...row }) => ({ ...row, joinedAt: joinedAt.toISOString() })),
    teachers: rows
      .filter(({ role }) => role !== "learner")
      .map(({ userId, name, email, owner }) => ({ userId, name, email, owner, self: userId === actor.id }))
      .sort((a, b) => Number(b.owner) - Number(a.owner)),
  };
}
