import { randomBytes } from "node:crypto";
import type { Role } from "@tidao/access";
import type { Locale } from "@tidao/kernel";
import { pool } from "@tidao/prisma";
import { insertAccount } from "./account/account.repo";
import { normaliseEmail } from "./account/email";
import { hashPassword } from "./password/password-hash";
import { sessionCookieName } from "./session/cookie";
import { openSession } from "./session/session.repo";

export interface TestUser {
  id: string;
  subjectId: string;
  email: string;
  name: string;
}

/** An account for a test or a journey. Without a password nobody can sign in to it but by `createSessionFor`. */
export async function createUser(
  wanted: {
    roles?: readonly Exclude<Role, "learner">[];
    email?: string;
    name?: string;
    password?: string;
    locale?: Locale;
    zone?: string;
    theme?: "system" | "light" | "dark";
    emailVerified?: boolean;
    suspended?: boolean;
  } = {},
): Promise<TestUser> {
  const email = normaliseEmail(wanted.email ?? `${randomBytes(6).toString("hex")}@example.test`);
  const name = wanted.name ?? "Test Person";
  const account = await insertAccount({
    email,
    name,
    emailVerified: wanted.emailVerified ?? false,
    passwordHash: wanted.password === undefined ? null : await hashPassword(wanted.password),
    locale: wanted.locale ?? "en",
    zone: wanted.zone ?? "UTC",
    theme: wanted.theme ?? "system",
  });
  if (!account) throw new Error(`there is already an account ${email}`);
  if (wanted.roles?.length)
    await pool.query(`insert into user_role (user_id, role) select $1, unnest($2::text[])::"Role"`, [
      account.userId,
      wanted.roles,
    ]);
  if (wanted.suspended) await pool.query(`update "user" set suspended_at = now() where id = $1`, [account.userId]);
  return { id: account.userId, subjectId: account.subjectId, email, name };
}

/** Signs a user in without the form. @returns the value of the cookie named `sessionCookieName()` */
export const createSessionFor = (userId: string): Promise<string> => openSession(userId, "test");

/** The same as a Cookie header. */
export const cookieHeaderFor = async (userId: string): Promise<string> =>
  `${sessionCookieName()}=${await createSessionFor(userId)}`;

export { sessionCookieName };
