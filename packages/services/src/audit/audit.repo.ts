import { type Connection, named, pool } from "@tidao/prisma";
import { auditHash } from "./record-audit";

/** One writer at a time: the chain has no branches. Held until the transaction ends. */
export async function lockAuditChain(connection: Connection): Promise<Buffer> {
  await connection.query(`select pg_advisory_xact_lock(7203461)`);
  const { rows } = await connection.query<{ hash: Buffer }>(named(`select hash from audit_entry order by id desc limit 1`, []));
  return rows[0]?.hash ?? Buffer.alloc(32);
}

export async function insertAuditEntry(
  connection: Connection,
  row: { at: Date; actorId: string | null; actorKind: string; action: string; resource: readonly [string, string]; detail: object; previous: Buffer; hash: Buffer },
): Promise<string> {
  const { rows } = await connection.query<{ id: string }>(
    named(
      `insert into audit_entry (at, actor_id, actor_kind, action, resource_kind, resource_id, detail, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [row.at, row.actorId, row.actorKind, row.action, row.resource[0], row.resource[1], row.detail, row.previous, row.hash],
    ),
  );
  return rows[0]!.id;
}
export async function insertPersonalValue(
  connection: Connection,
  row: { auditId: string; field: string; userId: string; value: string; salt: Buffer },
): Promise<void> {
  await connection.query(
    named(`insert into audit_personal (audit_id, field, user_id, value, salt) values ($1, $2, $3, $4, $5)`, [row.auditId, row.field, row.userId, row.value, row.salt]),
  );
}

/** Walks the chain from its beginning. @returns the id of the first entry that does not fit, or null */
export async function findBrokenAuditEntry(): Promise<string | null> {
  let previous: Buffer = Buffer.alloc(32);
  let after = "0";
  for (;;) {
    const { rows } = await pool.query<{
      id: string; at: Date; actor_id: string | null; action: string; resource_kind: string; resource_id: string; detail: object; previous_hash: Buffer; hash: Buffer;
    }>(named(`select * from audit_entry where id > $1 order by id limit 1000`, [after]));
    for (const row of rows) {
      const hash = auditHash(previous, { at: row.at, actorId: row.actor_id, action: row.action, resource: [row.resource_kind, row.resource_id], detail: row.detail });
      if (!hash.equals(row.hash) || !previous.equals(row.previous_hash)) return row.id;
      previous = row.hash;
      after = row.id;
    }
    if (rows.length < 1000) return null;
  }
}
