import type { UserActor } from "@tidao/access";
import { z } from "zod";
import { auditHash } from "./audit-hash";
import { listChain } from "./audit.repo";

const page = 1000;

export const verifyTrailInput = z.strictObject({});
export const verifiedTrailDto = z.strictObject({ broken: z.string().nullable() });
/** Whether the whole trail is as it was written; else the first entry that is not. */
export const verifyTrail = async (
  _: UserActor,
  __: z.infer<typeof verifyTrailInput>,
): Promise<z.infer<typeof verifiedTrailDto>> => ({
  broken: await findBrokenAuditEntry(),
});

/** Walks the chain from its beginning. @returns the id of the first entry that does not fit, or null */
export async function findBrokenAuditEntry(): Promise<string | null> {
  let previous: Buffer = Buffer.alloc(32);
  let after = "0";
  for (;;) {
    const rows = await listChain(after, page);
    for (const row of rows) {
      const hash = auditHash(previous, {
        at: row.at,
        actorId: row.actor_id,
        action: row.action,
        resource: [row.resource_kind, row.resource_id],
        detail: row.detail,
      });
      if (!hash.equals(row.hash) || !previous.equals(row.previous_hash)) return row.id;
      previous = row.hash;
      after = row.id;
    }
    if (rows.length < page) return null;
  }
}
