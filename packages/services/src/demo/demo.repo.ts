import type { UserActor } from "@tidao/access";
import type { QuestionKind } from "@tidao/grading";
import { type Connection, named, pool } from "@tidao/prisma";

export async function hasUsers(): Promise<boolean> {
  const { rows } = await pool.query<{ found: boolean }>(named(`select exists (select 1 from "user") as found`, []));
  return rows[0]?.found ?? false;
}

export async function demoUsers(): Promise<string[]> {
  const { rows } = await pool.query<{ email: string }>(named(`select email from "user" where email like '%@demo.tidao'`, []));
  return rows.map((row) => row.email);
}
export async function insertDemoUser(connection: Connection, user: { id: string; email: string; name: string; roles: string[]; passwordHash: string; at: Date }): Promise<void> {
  await connection.query(
    named(
      `insert into "user" (id, email, email_verified_at, name, password_hash, locale, zone, created_at) values ($1, $2, $5, $3, $4, 'zh', 'Asia/Shanghai', $5)`,
      [user.id, user.email, user.name, user.passwordHash, user.at],
    ),
  );
  await connection.query(named(`insert into learner (user_id) values ($1)`, [user.id]));
  await connection.query(named(`insert into user_role (user_id, role) select $1, unnest($2::text[])::"Role"`, [user.id, user.roles]));
}
export async function findDemoClass(connection: Connection): Promise<boolean> {
  const { rows } = await connection.query(named(`select 1 from class c join "user" u on u.id = c.owner_id where u.email = 'instructor@demo.tidao' limit 1`, []));
  return rows.length > 0;
}
export async function insertDemoClass(connection: Connection, row: { id: string; owner: string; learner: string; joinCode: string; at: Date }): Promise<void> {
  await connection.query(
    named(
      `insert into class (id, name, owner_id, join_code, created_at) select $1, '大模型工程一班 · LLM Engineering 1', id, $3, $4 from "user" where email = $2`,
      [row.id, row.owner, row.joinCode, row.at],
    ),
  );
  await connection.query(
    named(
      `insert into class_member (class_id, user_id, role, joined_at) select $1, id, (case when email = $2 then 'instructor' else 'learner' end)::"ClassRole", $4
       from "user" where email in ($2, $3)`,
      [row.id, row.owner, row.learner, row.at],
    ),
  );
}

/** As a session of theirs would name them. */
export async function getDemoActor(email: string, roles: UserActor["roles"]): Promise<UserActor> {
  const { rows } = await pool.query<Pick<UserActor, "id" | "subjectId" | "name" | "email" | "locale" | "zone">>(
    named(`select u.id, l.subject_id as "subjectId", u.name, u.email, u.locale, u.zone from "user" u join learner l on l.user_id = u.id where u.email = $1`, [email]),
  );
  if (!rows[0]) throw new Error(`${email} is not there`);
  return { kind: "user", ...rows[0], roles: ["learner", ...roles], sessionId: rows[0].id, emailVerified: true, theme: "system", motion: "system", asksConfidence: true };
}

export interface DemoQuestion {
  questionId: string;
  versionId: string;
  topicSlug: string;
  kind: QuestionKind;
}
/** The published questions of some topics, the easier ones first. */
export async function listDemoQuestions(topics: readonly string[]): Promise<DemoQuestion[]> {
  const { rows } = await pool.query<DemoQuestion>(
    named(
      `select q.id as "questionId", v.id as "versionId", q.topic_slug as "topicSlug", q.kind from question q
       join question_version v on v.id = q.published_version_id where q.topic_slug = any($1) order by v.difficulty, q.id`,
      [topics],
    ),
  );
  return rows;
}
