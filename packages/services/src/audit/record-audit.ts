import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "@tidao/access";
import type { Connection } from "@tidao/prisma";
import type { AuditAction, AuditResource } from "./audit-actions";
import { auditHash } from "./audit-hash";
import { insertAuditEntry, insertPersonalValue, lockAuditChain } from "./audit.repo";

export interface AuditableAct {
  action: AuditAction;
  resource: readonly [kind: AuditResource, id: string];
  /** What changed; never a personal value, those go in `personal`. */
  detail?: object;
  /** Personal values by field, with whose they are: kept aside, erasable; the chain holds their salted hash. */
  personal?: { userId: string; values: Record<string, string> };
}

/**
 * Adds an entry to the audit trail in the caller's transaction. Each entry's hash covers the one before:
 * SHA-256(previous hash, at, actor, action, resource, detail), so that a changed or missing row shows.
 */
export async function recordAudit(connection: Connection, actor: Actor, act: AuditableAct, now: Date): Promise<void> {
  const previous = await lockAuditChain(connection);
  const personal = Object.entries(act.personal?.values ?? {}).map(([field, value]) => ({
    field,
    value,
    salt: randomBytes(16),
  }));
  const detail = {
    ...act.detail,
    ...(personal.length && {
      personal: Object.fromEntries(
        personal.map((p) => [p.field, createHash("sha256").update(p.salt).update(p.value).digest("hex")]),
      ),
    }),
  };
  const actorId = actor.kind === "user" ? actor.id : null;
  const hash = auditHash(previous, { at: now, actorId, action: act.action, resource: act.resource, detail });
  const id = await insertAuditEntry(connection, {
    at: now,
    actorId,
    actorKind: actor.kind,
    action: act.action,
    resource: act.resource,
    detail,
    previous,
    hash,
  });
  for (const { field, value, salt } of personal)
    await insertPersonalValue(connection, { auditId: id, field, userId: act.personal?.userId ?? "", value, salt });
}
