import { DomainError, type LinkKind, linkSeconds } from "@tidao/kernel";
import { type Connection, pool, type Queryable } from "@tidao/prisma";
import { lockOwner, type Owner } from "../account/owner.repo";
import { hashToken, looksLikeToken, newSessionToken } from "../session/token";

export interface Link {
  userId: string;
  /** What it proves or sets. */
  email: string;
  createdAt: Date;
}
export type LinkState = "open" | "used" | "expired" | "replaced" | "unknown";

export const expiryOf = (kind: LinkKind, now: Date): Date => new Date(now.getTime() + linkSeconds[kind] * 1000);

/** Makes the account's one open link of this kind. @returns its secret, which is kept nowhere but in the mail */
export async function issueLink(
  connection: Connection,
  { userId, kind, email }: { userId: string; kind: LinkKind; email: string },
  now: Date,
): Promise<string> {
  // undo links stand side by side: each belongs to another mailbox
  if (kind !== "undo-email") await replaceLinks(connection, userId, [kind], now);
  const token = newSessionToken();
  await connection.query(
    `insert into account_token (hash, user_id, kind, email, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [hashToken(token), userId, kind, email, now, expiryOf(kind, now)],
  );
  return token;
}

/** @param madeSince only links made then or later */
export async function replaceLinks(
  connection: Connection,
  userId: string,
  kinds: readonly LinkKind[],
  now: Date,
  madeSince: Date | null = null,
): Promise<void> {
  await connection.query(
    `update account_token set replaced_at = $3
     where user_id = $1 and kind = any($2) and used_at is null and replaced_at is null
       and ($4::timestamptz is null or created_at >= $4)`,
    [userId, kinds, now, madeSince],
  );
}

/**
 * Whether an account was moved away from this address and can still be taken back to it.
 * @param mover the account that wants the address now: its own way back does not bar it
 */
export async function isHeldForUndo(
  email: string,
  now: Date,
  on: Queryable,
  mover: string | null = null,
): Promise<boolean> {
  const { rowCount } = await on.query(
    `select 1 from account_token where email = $1 and kind = 'undo-email' and used_at is null and replaced_at is null
       and expires_at > $2 and user_id is distinct from $3::uuid limit 1`,
    [email, now, mover],
  );
  return rowCount === 1;
}

/**
 * Uses a link up, with its account locked: of two who press at once, one gets it. The account comes first, so that two
 * links of one account cannot wait for each other. @throws LINK_INVALID with the reason
 */
export async function useLink(
  connection: Connection,
  kind: LinkKind,
  token: string,
  now: Date,
): Promise<Link & { owner: Owner }> {
  const found = await findLink(kind, token, now, connection);
  if (!found.userId) throw new DomainError("LINK_INVALID", { reason: found.state });
  const owner = await lockOwner(connection, found.userId);
  const { rows } = await connection.query<Link>(
    `update account_token set used_at = $3
     where hash = $1 and kind = $2 and used_at is null and replaced_at is null and expires_at > $3
     returning user_id as "userId", email, created_at as "createdAt"`,
    [hashToken(token), kind, now],
  );
  if (!rows[0]) throw new DomainError("LINK_INVALID", { reason: (await findLink(kind, token, now, connection)).state });
  return { ...rows[0], owner };
}

/** What has become of a link; looking does not use it. */
export async function findLink(
  kind: LinkKind,
  token: string,
  now: Date,
  on: Queryable = pool,
): Promise<{ state: LinkState; userId: string | null }> {
  if (!looksLikeToken(token)) return { state: "unknown", userId: null };
  const { rows } = await on.query<{ state: LinkState; userId: string }>(
    `select user_id as "userId", case when used_at is not null then 'used' when replaced_at is not null then 'replaced'
       when expires_at <= $3 then 'expired' else 'open' end as state
     from account_token where hash = $1 and kind = $2`,
    [hashToken(token), kind, now],
  );
  return rows[0] ?? { state: "unknown", userId: null };
}

/** The address to which the account is about to move, while the link for it is good. */
export async function findPendingEmail(userId: string, now: Date): Promise<string | null> {
  const { rows } = await pool.query<{ email: string }>(
    `select email from account_token where user_id = $1 and kind = 'change-email' and used_at is null
       and replaced_at is null and expires_at > $2 order by created_at desc limit 1`,
    [userId, now],
  );
  return rows[0]?.email ?? null;
}
