import { named, pool, type Queryable } from "@tidao/prisma";
import type { DataLook } from "./note-access";

/** One statement for a whole class; the rows are always locked in one order. */
export async function upsertAccesses(
  look: DataLook & { viewerId: string; day: string; at: Date },
  connection: Queryable = pool,
): Promise<void> {
  await connection.query(
    named(
      `insert into data_access as d (user_id, viewer_id, viewer_role, what, context, day, first_at, last_at)
       select u.id, $2, $3, $4, $5, $6, $7, $7 from "user" u where u.id = any($1::uuid[]) and u.id <> $2 order by u.id
       on conflict (user_id, viewer_id, what, context, day)
       do update set times = d.times + 1, viewer_role = excluded.viewer_role, last_at = greatest(d.last_at, excluded.last_at)`,
      [look.userIds, look.viewerId, look.role, look.what, look.assignmentId ?? look.classId ?? "", look.day, look.at],
    ),
  );
}

export interface AccessRow {
  id: string;
  viewer: string | null;
  role: string;
  what: string;
  assignment: string | null;
  class: string | null;
  times: number;
  firstAt: Date;
  lastAt: Date;
}
/** Newest first. The names of assignment and class are what they are called now. */
export async function listAccessRows(userId: string, offset: number, limit: number): Promise<AccessRow[]> {
  const { rows } = await pool.query<AccessRow>(
    named(
      `select d.id, v.name as viewer, d.viewer_role as role, d.what, a.title as assignment, coalesce(c.name, r.name) as class, d.times, d.first_at as "firstAt", d.last_at as "lastAt"
       from data_access d
       left join "user" v on v.id = d.viewer_id
       left join assignment a on a.id = nullif(d.context, '')::uuid
       left join class c on c.id = a.class_id
       left join class r on d.what = 'members' and r.id = nullif(d.context, '')::uuid
       where d.user_id = $1 order by d.last_at desc, d.id desc offset $2 limit $3`,
      [userId, offset, limit],
    ),
  );
  return rows;
}
