import { named, pool, type Queryable } from "@tidao/prisma";
import type { DataLook } from "./note-access";

export interface AccessToNote extends Omit<DataLook, "userIds"> {
  viewerId: string;
  day: string;
  at: Date;
}
/**
 * SQL that notes a look at each of these people, by itself or as a CTE of the statement that reads what is shown; the rows are
 * always locked in one order.
 * @param users SQL of their ids
 * @param first which parameter the first of `accessValues` is
 */
export function insertAccesses(users: string, first: number): string {
  const [viewer, role, what, context, day, at] = Array.from({ length: 6 }, (_, index) => `$${first + index}`);
  return `insert into data_access as d (user_id, viewer_id, viewer_role, what, context, day, first_at, last_at)
   select u.id, ${viewer}, ${role}, ${what}, ${context}, ${day}, ${at}, ${at} from "user" u where u.id in (${users}) and u.id <> ${viewer}
     and not exists (select 1 from data_access seen where seen.user_id = u.id and seen.viewer_id = ${viewer} and seen.what = ${what}
       and seen.context = ${context} and seen.day = ${day} and seen.last_at > ${at}::timestamptz - interval '1 minute')
   order by u.id
   on conflict (user_id, viewer_id, what, context, day)
   do update set times = d.times + 1, viewer_role = excluded.viewer_role, last_at = greatest(d.last_at, excluded.last_at)`;
}
export const accessValues = (look: AccessToNote) => [look.viewerId, look.role, look.what, look.assignmentId ?? look.classId ?? "", look.day, look.at];

/** One statement for a whole class. */
export async function upsertAccesses(userIds: readonly string[], look: AccessToNote, connection: Queryable = pool): Promise<void> {
  await connection.query(named(insertAccesses("select unnest($1::uuid[])", 2), [userIds, ...accessValues(look)]));
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
