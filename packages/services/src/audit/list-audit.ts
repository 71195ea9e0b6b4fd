import type { UserActor } from "@tidao/access";
import { z } from "zod";
import { auditActions, auditResources } from "./audit-actions";
import { listAuditRows } from "./audit-list.repo";

const pageSize = 50;
export const auditFilterInput = z.strictObject({
  action: z.enum(auditActions).nullish(),
  resourceKind: z.enum(auditResources).nullish(),
  /** The whole id of what was acted on. */
  resourceId: z.string().max(100).nullish(),
  /** Who acted: an id, or a part of a name or an e-mail address. */
  actor: z.string().max(200).nullish(),
  /** Entries older than this one. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .nullish(),
});
export const auditPageDto = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: z.string(),
      at: z.string(),
      actorId: z.string().nullable(),
      actor: z.string().nullable(),
      actorKind: z.string(),
      /** One of `auditActions`; a plain string, since the trail is read as it was written. */
      action: z.string(),
      resourceKind: z.string(),
      resourceId: z.string(),
      /** What the resource is called, where it still has a name. */
      resourceName: z.string().nullable(),
      detail: z.record(z.string(), z.json()),
      personal: z.record(z.string(), z.string()),
    }),
  ),
  next: z.string().nullable(),
});
/** The trail, newest first. */
export async function listAudit(
  _: UserActor,
  filter: z.infer<typeof auditFilterInput>,
): Promise<z.infer<typeof auditPageDto>> {
  const rows = await listAuditRows({ ...filter, ...actorFilter(filter.actor) }, pageSize + 1);
  const page = rows.slice(0, pageSize);
  return {
    entries: page.map((row) => ({ ...row, at: row.at.toISOString() })),
    next: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}
const actorFilter = (text: string | null | undefined) => {
  const actor = text?.trim();
  return z.uuid().safeParse(actor).success ? { actorId: actor } : { actorText: actor };
};
