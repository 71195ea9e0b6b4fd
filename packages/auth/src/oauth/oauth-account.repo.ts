import { type Connection, pool } from "@tidao/prisma";

export async function findLinkedUser(
  provider: string,
  providerAccountId: string,
): Promise<{ userId: string; suspended: boolean } | null> {
  const { rows } = await pool.query<{ userId: string; suspended: boolean }>(
    `select u.id as "userId", u.suspended_at is not null as suspended
     from oauth_account o join "user" u on u.id = o.user_id where o.provider = $1 and o.provider_account_id = $2`,
    [provider, providerAccountId],
  );
  return rows[0] ?? null;
}

export async function insertLink(
  provider: string,
  providerAccountId: string,
  userId: string,
  on: Connection | typeof pool = pool,
): Promise<void> {
  await on.query(
    "insert into oauth_account (provider, provider_account_id, user_id) values ($1, $2, $3) on conflict do nothing",
    [provider, providerAccountId, userId],
  );
}
