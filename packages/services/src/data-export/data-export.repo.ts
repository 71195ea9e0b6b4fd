import { type Connection, named, pool, type Queryable } from "@tidao/prisma";

export interface ExportRow {
  id: string;
  state: "waiting" | "running" | "ready" | "failed";
  done: number;
  total: number;
  size: number;
  requestedAt: Date;
  finishedAt: Date | null;
  expiresAt: Date | null;
}
const columns = `id, state, done, total, size::float8 as size, requested_at as "requestedAt", finished_at as "finishedAt", expires_at as "expiresAt"`;

export async function findExportRow(userId: string, now: Date, connection: Queryable = pool): Promise<ExportRow | null> {
  const { rows } = await connection.query<ExportRow>(
    named(`select ${columns} from data_export where user_id = $1 and coalesce(expires_at, 'infinity') > $2`, [userId, now]),
  );
  return rows[0] ?? null;
}

/** Takes away what can be replaced: a file that failed, expired, or is older than `before`. */
export async function deleteReplaceable(connection: Connection, userId: string, before: Date, now: Date): Promise<void> {
  await connection.query(
    named(`delete from data_export where user_id = $1 and (state = 'failed' or expires_at <= $3 or (state = 'ready' and finished_at <= $2))`, [userId, before, now]),
  );
}
/** @returns whether there was none yet */
export async function insertExport(connection: Connection, userId: string, now: Date): Promise<boolean> {
  const { rowCount } = await connection.query(
    named(`insert into data_export (user_id, requested_at, touched_at) values ($1, $2, $2) on conflict (user_id) do nothing`, [userId, now]),
  );
  return rowCount === 1;
}

/** An export that this process now makes; the number of the run tells its writes from those of a run before it. */
export interface Claim {
  id: string;
  run: number;
  userId: string;
}
/** The longest waiting export, or one whose worker has said nothing since `silentSince`; after three runs it has failed. */
export async function claimExport(now: Date, silentSince: Date): Promise<Claim | null> {
  await pool.query(
    named(`update data_export set state = 'failed', finished_at = $1 where state = 'running' and run >= 3 and touched_at < $2`, [now, silentSince]),
  );
  const { rows } = await pool.query<Claim>(
    named(
      `with next as (
         select id from data_export where state = 'waiting' or (state = 'running' and touched_at < $2)
         order by requested_at, id limit 1 for update skip locked),
       taken as (
         update data_export d set state = 'running', run = d.run + 1, done = 0, size = 0, touched_at = $1 from next where d.id = next.id
         returning d.id, d.run, d.user_id as "userId"),
       cleared as (delete from data_export_chunk where export_id in (select id from next))
       select * from taken`,
      [now, silentSince],
    ),
  );
  return rows[0] ?? null;
}

const ours = `id = $1 and run = $2 and state = 'running'`;
/** @returns false when another run has taken over, or the account is gone */
export async function saveProgress({ id, run }: Claim, done: number, total: number, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(named(`update data_export set done = least($3::int, $4), total = $4, touched_at = $5 where ${ours}`, [id, run, done, total, now]));
  return rowCount === 1;
}
/** @returns false when another run has taken over, or the account is gone */
export async function insertChunk({ id, run }: Claim, number: number, bytes: Buffer): Promise<boolean> {
  const { rowCount } = await pool.query(
    named(`insert into data_export_chunk (export_id, number, bytes) select id, $3, $4 from data_export where ${ours}`, [id, run, number, bytes]),
  );
  return rowCount === 1;
}
export async function markReady({ id, run }: Claim, size: number, now: Date, expiresAt: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    named(`update data_export set state = 'ready', done = total, size = $3, finished_at = $4, expires_at = $5 where ${ours}`, [id, run, size, now, expiresAt]),
  );
  return rowCount === 1;
}
/** Back to the end of the queue, or failed when it has been tried often enough. */
export async function markTried({ id, run }: Claim, now: Date): Promise<void> {
  await pool.query(
    named(
      `update data_export set state = case when run >= 3 then 'failed' else 'waiting' end::"DataExportState",
         finished_at = case when run >= 3 then $3::timestamptz end where ${ours}`,
      [id, run, now],
    ),
  );
}

export interface ChunkRow {
  bytes: Buffer;
  size: number;
  last: boolean;
}
/** A piece of a file that is ready, for its owner only. */
export async function findChunk(userId: string, exportId: string, number: number, now: Date): Promise<ChunkRow | null> {
  const { rows } = await pool.query<ChunkRow>(
    named(
      `select c.bytes, d.size::float8 as size, not exists (select 1 from data_export_chunk n where n.export_id = d.id and n.number = c.number + 1) as last
       from data_export d join data_export_chunk c on c.export_id = d.id
       where d.id = $2 and d.user_id = $1 and d.state = 'ready' and d.expires_at > $4 and c.number = $3`,
      [userId, exportId, number, now],
    ),
  );
  return rows[0] ?? null;
}
