import { named, pool, type Queryable } from "@tidao/prisma";

export interface NewAccount {
  email: string;
  emailVerified: boolean;
  name: string;
  passwordHash: string | null;
  locale: string;
  zone: string;
  theme: string;
}
export interface AccountIds {
  userId: string;
  subjectId: string;
}

/** Writes the user and the learning record's subject in one statement. @returns null when the e-mail is taken */
export async function insertAccount(account: NewAccount, on: Queryable = pool): Promise<AccountIds | null> {
  const { rows } = await on.query<AccountIds>(
    `with u as (
       insert into "user" (email, email_verified_at, name, password_hash, locale, zone, theme)
       values ($1, case when $2::boolean then now() end, $3, $4, $5, $6, $7)
       on conflict (email) do nothing
       returning id)
     insert into learner (user_id) select id from u returning user_id as "userId", subject_id as "subjectId"`,
    [
      account.email,
      account.emailVerified,
      account.name,
      account.passwordHash,
      account.locale,
      account.zone,
      account.theme,
    ],
  );
  return rows[0] ?? null;
}

export interface AccountSecrets {
  id: string;
  passwordHash: string | null;
  suspended: boolean;
  emailVerified: boolean;
}

export async function findAccountByEmail(email: string): Promise<AccountSecrets | null> {
  const { rows } = await pool.query<AccountSecrets>(
    named(
      `select id, password_hash as "passwordHash", suspended_at is not null as suspended,
              email_verified_at is not null as "emailVerified"
       from "user" where email = $1`,
      [email],
    ),
  );
  return rows[0] ?? null;
}
