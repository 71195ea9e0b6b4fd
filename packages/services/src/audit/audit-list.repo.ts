import { named, pool } from "@tidao/prisma";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export interface AuditRow {
  id: string;
  at: Date;
  actorId: string | null;
  actor: string | null;
  actorKind: string;
  action: string;
  resourceKind: string;
  resourceId: string;
  resourceName: string | null;
  detail: Record<string, Json>;
  personal: Record<string, string>;
}
export interface AuditFilter {
  action?: string | null;
  resourceKind?: string | null;
  resourceId?: string | null;
  actorId?: string | null;
  actorText?: string | null;
  before?: string | null;
}
export async function listAuditRows(filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  const { rows } = await pool.query<AuditRow>(
    named(
      `select a.id::text, a.at, a.actor_id as "actorId", u.name as actor, a.actor_kind as "actorKind", a.action, a.resource_kind as "resourceKind", a.resource_id as "resourceId",
         case a.resource_kind
           when 'user' then (select name from "user" r where r.id::text = a.resource_id)
           when 'class' then (select name from class r where r.id::text = a.resource_id)
           when 'question' then (select id from question r where r.id = a.resource_id)
           when 'assignment' then (select title from assignment r where r.id::text = a.resource_id)
         end as "resourceName",
         a.detail, coalesce((select jsonb_object_agg(field, value) from audit_personal p where p.audit_id = a.id), '{}') as personal
       from audit_entry a left join "user" u on u.id = a.actor_id
       where ($1::text is null or a.action = $1) and ($2::text is null or a.resource_kind = $2) and ($3::text is null or a.resource_id = $3)
         and ($4::uuid is null or a.actor_id = $4) and ($5::bigint is null or a.id < $5)
         and ($6::text is null or strpos(lower(u.name), lower($6)) > 0 or strpos(u.email, lower($6)) > 0)
       order by a.id desc limit $7`,
      [
        filter.action ?? null,
        filter.resourceKind ?? null,
        filter.resourceId?.trim() || null,
        filter.actorId ?? null,
        filter.before ?? null,
        filter.actorText || null,
        limit,
      ],
    ),
  );
  return rows;
}
