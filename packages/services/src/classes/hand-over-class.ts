import type { UserActor } from "@tidao/access";
import { type Clock, DomainError } from "@tidao/kernel";
import { inTransaction } from "@tidao/prisma";
import type { z } from "zod";
import { recordAudit } from "../audit/record-audit";
import { classInput } from "./class.dto";
import { findInstructorByEmail, moveClass } from "./class.repo";
import { instructorEmail } from "./manage-teachers";

export const handOverClassInput = classInput.extend({ email: instructorEmail });

/**
 * Makes another instructor the owner of an own class; who gave it goes on teaching in it until they leave it or their account goes.
 * @throws NOT_FOUND for a class of somebody else; HANDOVER_UNKNOWN unless the address is another instructor's
 */
export async function handOverClass(actor: UserActor, { classId, email }: z.infer<typeof handOverClassInput>, { clock }: { clock: Clock }): Promise<null> {
  return inTransaction(async (connection) => {
    const to = await findInstructorByEmail(connection, email);
    if (!to || to === actor.id) throw new DomainError("HANDOVER_UNKNOWN");
    if (!(await moveClass(connection, { classId, from: actor.id, to, at: clock.now() }))) throw new DomainError("NOT_FOUND", { what: "class" });
    await recordAudit(connection, actor, { action: "class.handedOver", resource: ["class", classId], detail: { to } }, clock.now());
    return null;
  });
}
