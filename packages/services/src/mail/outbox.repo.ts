import type { Locale, MailKind, MailParams } from "@tidao/kernel";
import { type Connection, named, pool } from "@tidao/prisma";

/** Leaves a mail for the worker, in the transaction of what it tells of. `expiresAt`: after it nobody needs the mail. */
export async function queueMail<K extends MailKind>(
  connection: Connection,
  mail: { userId: string | null; address: string; kind: K; locale: Locale; zone: string; params: MailParams[K]; expiresAt: Date },
  now: Date,
): Promise<void> {
  await connection.query(
    named(
      `insert into mail_outbox (user_id, address, kind, locale, zone, params, created_at, next_attempt_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
      [mail.userId, mail.address, mail.kind, mail.locale, mail.zone, mail.params, now, mail.expiresAt],
    ),
  );
}

export interface WaitingMail<K extends MailKind = MailKind> {
  id: string;
  address: string;
  kind: K;
  locale: Locale;
  zone: string;
  params: MailParams[K];
  createdAt: Date;
  /** This one included. */
  attempts: number;
}

/** Minutes until the next try after the first, second ... one; a mail that failed so often is given up. */
const backoff = [2, 5, 15, 60, 180, 360, 720];
export const maxAttempts = backoff.length;

/**
 * Takes the mail that waits longest, for two minutes at least: who takes it may die on the way, and it comes back with
 * the same id, which is its Message-ID.
 */
export async function claimMail(now: Date): Promise<WaitingMail | null> {
  const { rows } = await pool.query<WaitingMail>(
    named(
      `update mail_outbox set attempts = attempts + 1, next_attempt_at = $1::timestamptz + make_interval(mins => ($2::int[])[attempts + 1])
       where id = (select id from mail_outbox where sent_at is null and given_up_at is null and next_attempt_at <= $1 and expires_at > $1
         and attempts < array_length($2::int[], 1) order by next_attempt_at limit 1 for update skip locked)
       returning id, address, kind, locale, zone, params, created_at as "createdAt", attempts`,
      [now, backoff],
    ),
  );
  return rows[0] ?? null;
}

/** What was in it is forgotten: it may have been the secret of a link. */
export async function markSent(id: string, now: Date): Promise<void> {
  await pool.query(named(`update mail_outbox set sent_at = $2, params = '{}', last_error = null where id = $1`, [id, now]));
}

export async function markFailed(id: string, error: string, forGood: boolean, now: Date): Promise<void> {
  await pool.query(
    named(
      `update mail_outbox set last_error = $2, given_up_at = case when $3 then $4::timestamptz end,
         params = case when $3 then '{}' else params end where id = $1`,
      [id, error.slice(0, 300), forGood, now],
    ),
  );
}

/** Mail whose time is over, and rows that nobody asks about after a month. @returns rows that changed */
export async function tidyOutbox(now: Date): Promise<number> {
  const over = await pool.query(
    named(`update mail_outbox set given_up_at = $1, params = '{}' where sent_at is null and given_up_at is null and expires_at <= $1`, [now]),
  );
  const old = await pool.query(
    named(`delete from mail_outbox where created_at < $1::timestamptz - interval '30 days' and (sent_at is not null or given_up_at is not null)`, [now]),
  );
  const links = await pool.query(named(`delete from account_token where expires_at < $1::timestamptz - interval '30 days'`, [now]));
  return (over.rowCount ?? 0) + (old.rowCount ?? 0) + (links.rowCount ?? 0);
}
