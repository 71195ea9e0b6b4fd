import { DomainError } from "@tidao/kernel";
import { type Connection, pool, type Queryable } from "@tidao/prisma";
import type { Recipient } from "../mail/outbox.repo";

export interface Owner extends Recipient {
  passwordHash: string | null;
  emailVerified: boolean;
  suspended: boolean;
}
const columns = `id, email, name, locale, zone, password_hash as "passwordHash",
  email_verified_at is not null as "emailVerified", suspended_at is not null as suspended`;

/** @throws NOT_FOUND */
export async function getOwner(userId: string, on: Queryable = pool): Promise<Owner> {
  const { rows } = await on.query<Owner>(`select ${columns} from "user" where id = $1`, [userId]);
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "user" });
  return rows[0];
}

/** The account and the right to change it until the transaction ends. @throws NOT_FOUND */
export async function lockOwner(connection: Connection, userId: string): Promise<Owner> {
  const { rows } = await connection.query<Owner>(`select ${columns} from "user" where id = $1 for update`, [userId]);
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "user" });
  return rows[0];
}

export async function findOwnerByEmail(email: string, on: Queryable): Promise<Owner | null> {
  const { rows } = await on.query<Owner>(`select ${columns} from "user" where email = $1`, [email]);
  return rows[0] ?? null;
}

export async function setPassword(connection: Connection, userId: string, hash: string | null): Promise<void> {
  await connection.query(`update "user" set password_hash = $2 where id = $1`, [userId, hash]);
}

/** Counts an address as its owner's from now on. @returns whether the account still has that address */
export async function markVerified(connection: Connection, userId: string, email: string, now: Date): Promise<boolean> {
  const { rowCount } = await connection.query(
    `update "user" set email_verified_at = coalesce(email_verified_at, $3) where id = $1 and email = $2`,
    [userId, email, now],
  );
  return rowCount === 1;
}

/** Moves an account to an address that its owner has proved. @throws EMAIL_TAKEN */
export async function moveEmail(connection: Connection, userId: string, email: string, now: Date): Promise<void> {
  try {
    await connection.query(`update "user" set email = $2, email_verified_at = $3 where id = $1`, [userId, email, now]);
  } catch (error) {
    // unique_violation: somebody signed up with it meanwhile
    if ((error as { code?: unknown }).code === "23505") throw new DomainError("EMAIL_TAKEN");
    throw error;
  }
}

/** Takes away what was linked through an address that was not the owner's. */
export async function removeLinkedSince(connection: Connection, userId: string, since: Date): Promise<void> {
  await connection.query(`delete from oauth_account where user_id = $1 and created_at >= $2`, [userId, since]);
}
