import type { UserActor } from "@tidao/access";
import type { Clock } from "@tidao/kernel";
import { z } from "zod";
import { listAccessRows } from "./data-access.repo";
import { type LookKind, lookKinds, viewerRoles } from "./note-access";

const pageSize = 20;
export const accessListInput = z.strictObject({ page: z.number().int().min(1).max(10_000).default(1) });
export const accessListDto = z.strictObject({
  accesses: z.array(
    z.strictObject({
      id: z.string(),
      /** Null when who looked has deleted their account. */
      viewer: z.string().nullable(),
      role: z.enum(viewerRoles),
      what: z.enum(lookKinds),
      assignment: z.string().nullable(),
      class: z.string().nullable(),
      times: z.number().int(),
      firstAt: z.string(),
      lastAt: z.string(),
    }),
  ),
  page: z.number().int(),
  more: z.boolean(),
});

/** Who looked at the actor's data, and when: newest first, a page at a time. */
export async function listAccesses(
  actor: UserActor,
  { page }: z.infer<typeof accessListInput>,
  _: { clock: Clock },
): Promise<z.infer<typeof accessListDto>> {
  const rows = await listAccessRows(actor.id, (page - 1) * pageSize, pageSize + 1);
  const accesses = rows.slice(0, pageSize).map((row) => ({
    ...row,
    role: row.role as (typeof viewerRoles)[number],
    what: row.what as LookKind,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
  }));
  return { accesses, page, more: rows.length > pageSize };
}
