import { named, pool } from "@tidao/prisma";

export async function deleteExpired(now: Date): Promise<number> {
  const sessions = await pool.query(
    named(`delete from session where expires_at < $1::timestamptz - interval '30 days' or revoked_at < $1::timestamptz - interval '30 days'`, [now]),
  );
  const limits = await pool.query(named(`delete from rate_limit where expire < $1`, [now.getTime()]));
  const exports = await pool.query(named(`delete from data_export where expires_at < $1`, [now]));
  // what a learner removed, once it can no longer be brought back by pressing "undo"
  const notes = await pool.query(named(`delete from note where deleted_at < $1::timestamptz - interval '1 day'`, [now]));
  const lists = await pool.query(named(`delete from question_list where deleted_at < $1::timestamptz - interval '1 day'`, [now]));
  return (notes.rowCount ?? 0) + (lists.rowCount ?? 0) + (exports.rowCount ?? 0) + (sessions.rowCount ?? 0) + (limits.rowCount ?? 0);
}
