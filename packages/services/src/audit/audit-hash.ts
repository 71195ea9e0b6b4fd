import { createHash } from "node:crypto";

/** SHA-256 over the hash of the entry before and everything that this one says. */
export function auditHash(
  previous: Buffer,
  entry: { at: Date; actorId: string | null; action: string; resource: readonly [string, string]; detail: object },
): Buffer {
  return createHash("sha256")
    .update(previous)
    .update(
      JSON.stringify([entry.at.toISOString(), entry.actorId, entry.action, ...entry.resource, canonical(entry.detail)]),
    )
    .digest();
}
/** jsonb does not keep the order of keys; a hash needs one. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, canonical(v)]),
  );
}
