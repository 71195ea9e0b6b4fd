import { type Connection, named, pool } from "@tidao/prisma";

export async function demoUsers(): Promise<string[]> {
  const { rows } = await pool.query<{ email: string }>(named(`select email from "user" where email like '%@demo.tidao'`, []));
  return rows.map((row) => row.email);
}
export async function insertDemoUser(connection: Connection, user: { id: string; email: string; name: string; roles: string[]; passwordHash: string }): Promise<void> {
  await connection.query(
    named(`insert into "user" (id, email, email_verified_at, name, password_hash, locale, zone) values ($1, $2, now(), $3, $4, 'zh', 'Asia/Shanghai')`, [
      user.id, user.email, user.name, user.passwordHash,
    ]),
  );
  await connection.query(named(`insert into learner (user_id) values ($1)`, [user.id]));
  await connection.query(named(`insert into user_role (user_id, role) select $1, unnest($2::text[])::"Role"`, [user.id, user.roles]));
}
export async function findDemoClass(connection: Connection): Promise<boolean> {
  const { rows } = await connection.query(named(`select 1 from class c join "user" u on u.id = c.owner_id where u.email = 'instructor@demo.tidao' limit 1`, []));
  return rows.length > 0;
}
export async function insertDemoClass(connection: Connection, row: { id: string; owner: string; learner: string; joinCode: string }): Promise<void> {
  await connection.query(
    named(`insert into class (id, name, owner_id, join_code) select $1, '大模型工程一班 · LLM Engineering 1', id, $3 from "user" where email = $2`, [row.id, row.owner, row.joinCode]),
  );
  await connection.query(
    named(
      `insert into class_member (class_id, user_id, role) select $1, id, (case when email = $2 then 'instructor' else 'learner' end)::"ClassRole"
       from "user" where email in ($2, $3)`,
      [row.id, row.owner, row.learner],
    ),
  );
}
