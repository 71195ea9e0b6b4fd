import { named, pool } from "@tidao/prisma";

export async function deleteExpired(now: Date): Promise<number> {
  const sessions = await pool.query(
    named(`delete from session where expires_at < $1::timestamptz - interval '30 days' or revoked_at < $1::timestamptz - interval '30 days'`, [now]),
  );
  const limits = await pool.query(named(`delete from rate_limit where expire < $1`, [now.getTime()]));
  const exports = await pool.query(named(`delete from data_export where expires_at < $1`, [now]));
  return (exports.rowCount ?? 0) + (sessions.rowCount ?? 0) + (limits.rowCount ?? 0);
}
