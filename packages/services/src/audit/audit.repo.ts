import { type Connection, named, pool, type Queryable } from "@tidao/prisma";

/** One writer at a time: the chain has no branches. Held until the transaction ends. */
export async function lockAuditChain(connection: Connection): Promise<Buffer> {
  await connection.query(`select pg_advisory_xact_lock(7203461)`);
  const { rows } = await connection.query<{ hash: Buffer }>(
    named(`select hash from audit_entry order by id desc limit 1`, []),
  );
  return rows[0]?.hash ?? Buffer.alloc(32);
}

export async function insertAuditEntry(
  connection: Connection,
  row: {
    at: Date;
    actorId: string | null;
    actorKind: string;
    action: string;
    resource: readonly [string, string];
    detail: object;
    previous: Buffer;
    hash: Buffer;
  },
): Promise<string> {
  const { rows } = await connection.query<{ id: string }>(
    named(
      `insert into audit_entry (at, actor_id, actor_kind, action, resource_kind, resource_id, detail, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        row.at,
        row.actorId,
        row.actorKind,
        row.action,
        row.resource[0],
        row.resource[1],
        row.detail,
        row.previous,
        row.hash,
      ],
    ),
  );
  return rows[0]!.id;
}
export async function insertPersonalValue(
  connection: Connection,
  row: { auditId: string; field: string; userId: string; value: string; salt: Buffer },
): Promise<void> {
  await connection.query(
    named(`insert into audit_personal (audit_id, field, user_id, value, salt) values ($1, $2, $3, $4, $5)`, [
      row.auditId,
      row.field,
      row.userId,
      row.value,
      row.salt,
    ]),
  );
}

export interface ChainRow {
  id: string;
  at: Date;
  actor_id: string | null;
  action: string;
  resource_kind: string;
  resource_id: string;
  detail: object;
  previous_hash: Buffer;
  hash: Buffer;
}
/** The chain in its order, a page at a time. */
export async function listChain(after: string, limit: number, connection: Queryable = pool): Promise<ChainRow[]> {
  const { rows } = await connection.query<ChainRow>(
    named(`select * from audit_entry where id > $1 order by id limit $2`, [after, limit]),
  );
  return rows;
}
