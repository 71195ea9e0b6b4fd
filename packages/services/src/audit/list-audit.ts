import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { z } from "zod";
import { listAuditRows } from "./audit-list.repo";

const pageSize = 50;
export const auditFilterInput = z.strictObject({
  action: z.string().max(80).nullish(), resourceKind: z.string().max(40).nullish(), resourceId: z.string().max(100).nullish(), actorId: z.uuid().nullish(), before: z.string().regex(/^\d{1,18}$/).nullish(),
});
export const auditPageDto = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: z.string(), at: z.string(), actor: z.string().nullable(), actorKind: z.string(), action: z.string(), resourceKind: z.string(), resourceId: z.string(),
      /** What the resource is called, where it still has a name. */
      resourceName: z.string().nullable(), detail: z.record(z.string(), z.json()), personal: z.record(z.string(), z.string()),
    }),
  ),
  next: z.string().nullable(),
});
/** The trail, newest first. */
export async function listAudit(_: UserActor, filter: z.infer<typeof auditFilterInput>, __: { clock: Clock }): Promise<z.infer<typeof auditPageDto>> {
  const rows = await listAuditRows(filter, pageSize + 1);
  const page = rows.slice(0, pageSize);
  return { entries: page.map((row) => ({ ...row, at: row.at.toISOString() })), next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null };
}
