import type { Locale, MailKind, MailParams } from "@tidao/kernel";
import { type Connection, named, pool } from "@tidao/prisma";

/**
 * Leaves a mail for the worker, in the transaction of what it tells of.
 * @param mail `notBefore`: when it may go, at once without it; `expiresAt`: after it nobody needs it. Without a `userId` it is
 *   nobody's: its row goes as soon as it is sent or given up, and at the latest when it expires.
 */
export async function queueMail<K extends MailKind>(
  connection: Connection,
  mail: { userId: string | null; address: string; kind: K; locale: Locale; zone: string; params: MailParams[K]; notBefore?: Date; expiresAt: Date },
  now: Date,
): Promise<void> {
  await connection.query(
    named(
      `insert into mail_outbox (user_id, address, kind, locale, zone, params, created_at, next_attempt_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [mail.userId, mail.address, mail.kind, mail.locale, mail.zone, mail.params, now, mail.notBefore ?? now, mail.expiresAt],
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

/** After it a worker that took a mail has sent it or is dead. */
export const claimedMs = 2 * 60_000;
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

/** What was in it is forgotten: it may have been the secret of a link; of nobody's mail all is. @returns false when it was erased meanwhile */
export async function markSent(id: string, now: Date): Promise<boolean> {
  if (await deleteNobodys(id)) return true;
  const { rowCount } = await pool.query(named(`update mail_outbox set sent_at = $2, params = '{}', last_error = null where id = $1`, [id, now]));
  return rowCount === 1;
}

async function deleteNobodys(id: string): Promise<boolean> {
  const { rowCount } = await pool.query(named(`delete from mail_outbox where id = $1 and user_id is null`, [id]));
  return rowCount === 1;
}

export async function markFailed(id: string, error: string, forGood: boolean, now: Date): Promise<void> {
  if (forGood && (await deleteNobodys(id))) return;
  await pool.query(
    named(
      `update mail_outbox set last_error = $2, given_up_at = case when $3 then $4::timestamptz end,
         params = case when $3 then '{}' else params end where id = $1`,
      [id, error.slice(0, 300), forGood, now],
    ),
  );
}

/** Mail whose time is over. @returns rows that changed */
export async function giveUpExpired(now: Date): Promise<number> {
  const { rowCount } = await pool.query(
    named(`update mail_outbox set given_up_at = $1, params = '{}' where sent_at is null and given_up_at is null and expires_at <= $1`, [now]),
  );
  return rowCount ?? 0;
}

/** Mail that nobody asks about after a month; to an address that is not the account's (any more) and to nobody's, after the mail's own time. */
export async function listOverMail(now: Date, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    named(
      `select m.id from mail_outbox m left join "user" u on u.id = m.user_id
       where (m.created_at < $1::timestamptz - interval '30 days' and (m.sent_at is not null or m.given_up_at is not null))
         or (m.expires_at <= $1 and (m.user_id is null or m.address <> u.email))
       order by m.id limit $2`,
      [now, limit],
    ),
  );
  return rows.map(({ id }) => id);
}
export async function deleteMail(ids: readonly string[]): Promise<number> {
  const { rowCount } = await pool.query(named(`delete from mail_outbox where id = any($1::uuid[])`, [ids]));
  return rowCount ?? 0;
}

/**
 * Mailed links that ended a month ago go; one that opens nothing any more forgets an address that is not the account's, and
 * still says what became of it. @returns rows that changed
 */
export async function forgetOldLinks(now: Date): Promise<number> {
  const old = await pool.query(named(`delete from account_token where expires_at < $1::timestamptz - interval '30 days'`, [now]));
  const former = await pool.query(
    named(
      `update account_token t set email = '' from "user" u where u.id = t.user_id and t.email <> u.email and t.email <> ''
         and (t.expires_at <= $1 or t.used_at is not null or t.replaced_at is not null)`,
      [now],
    ),
  );
  return (old.rowCount ?? 0) + (former.rowCount ?? 0);
}
