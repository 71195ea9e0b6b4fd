import { type Connection, named, pool } from "@tidao/prisma";
import { type PlanItem, planItems, type PlanOutlook, planOutlook, type PlanSetting } from "./plan.dto";

export interface SetPlan extends PlanSetting {
  setOn: string;
  setAt: Date;
}
export interface PlanDayRow {
  beganAt: Date;
  madeAt: Date;
  items: PlanItem[];
  outlook: PlanOutlook;
}
export interface PlanState {
  setting: SetPlan;
  /** The plan of that local date, if it was made. */
  day: PlanDayRow | null;
  /** When what is stored for that date was made, also where it can no longer be read. */
  storedAt: Date | null;
  /** Of the day's items, those answered since it began. */
  done: string[];
  /** Of the day's items, those that are still published and not set aside. */
  published: string[];
  /** The last local date before today with an answer. */
  lastActive: string | null;
}

/** A learner's plan with what was made of it for a local date, in one read; null where none is set. */
export async function findPlan(subjectId: string, today: string): Promise<PlanState | null> {
  const { rows } = await pool.query<Record<string, unknown>>(
    named(
      `select p.interview_date as date, p.minutes_a_day as "minutesADay", p.days_off as "daysOff", p.weights, p.set_on as "setOn", p.set_at as "setAt",
         d.began_at as "beganAt", d.made_at as "madeAt", d.items, d.outlook,
         array(select s.question_id from question_state s
           where s.subject_id = p.subject_id and s.last_at >= d.began_at
             and s.question_id in (select item->>'questionId' from jsonb_array_elements(d.items) item)) as done,
         array(select q.id from question q where q.published_version_id is not null
             and not exists (select 1 from review_card c where c.subject_id = p.subject_id and c.question_id = q.id and c.suspended_at is not null)
             and q.id in (select item->>'questionId' from jsonb_array_elements(d.items) item)) as published,
         (select max(local_date) from daily_activity a where a.subject_id = p.subject_id and a.local_date < $2 and a.answers > 0) as "lastActive"
       from study_plan p left join plan_day d on d.subject_id = p.subject_id and d.local_date = $2
       where p.subject_id = $1`,
      [subjectId, today],
    ),
  );
  const row = rows[0] as (SetPlan & Partial<PlanDayRow> & { done: string[]; published: string[]; lastActive: string | null }) | undefined;
  if (!row) return null;
  const { date, minutesADay, daysOff, weights, setOn, setAt, beganAt, madeAt, items, outlook, done, published, lastActive } = row;
  // a plan that another release of this code has stored is made again
  const held = { items: planItems.safeParse(items).data, outlook: planOutlook.safeParse(outlook).data };
  return {
    setting: { date, minutesADay, daysOff, weights, setOn, setAt },
    day: beganAt && madeAt && held.items && held.outlook ? { beganAt, madeAt, items: held.items, outlook: held.outlook } : null,
    storedAt: madeAt ?? null,
    done,
    published,
    lastActive,
  };
}

export const applyPlanSet = (connection: Connection, subjectId: string, plan: SetPlan) =>
  connection.query(
    named(
      `insert into study_plan (subject_id, interview_date, minutes_a_day, days_off, weights, set_on, set_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (subject_id) do update set interview_date = excluded.interview_date, minutes_a_day = excluded.minutes_a_day,
         days_off = excluded.days_off, weights = excluded.weights, set_on = excluded.set_on, set_at = excluded.set_at`,
      [subjectId, plan.date, plan.minutesADay, plan.daysOff, JSON.stringify(plan.weights), plan.setOn, plan.setAt],
    ),
  );
export const applyPlanCleared = (connection: Connection, subjectId: string) =>
  connection.query(named(`delete from study_plan where subject_id = $1`, [subjectId]));

/**
 * The day's plan in the place of the one that was read, unless another window has stored one since, or the setting that it
 * was made from has changed.
 * @returns whether it was stored
 */
export async function savePlanDay(subjectId: string, localDate: string, day: PlanDayRow, { setting, storedAt }: Pick<PlanState, "setting" | "storedAt">): Promise<boolean> {
  const { rowCount } = await pool.query(
    named(
      `insert into plan_day (subject_id, local_date, began_at, made_at, items, outlook)
       select $1, $2, $3, $4, $5, $6 where exists (select 1 from study_plan where subject_id = $1 and set_at = $7)
       on conflict (subject_id) do update set local_date = excluded.local_date, began_at = excluded.began_at, made_at = excluded.made_at,
         items = excluded.items, outlook = excluded.outlook
         where plan_day.local_date <> excluded.local_date or plan_day.made_at = $8`,
      [subjectId, localDate, day.beganAt, day.madeAt, JSON.stringify(day.items), JSON.stringify(day.outlook), setting.setAt, storedAt],
    ),
  );
  return rowCount === 1;
}

/** Whether a topic with published questions is left when these are left out. */
export async function hasTopicToPlan(leftOut: string[]): Promise<boolean> {
  const { rows } = await pool.query<{ found: boolean }>(
    named(`select exists (select 1 from question where published_version_id is not null and topic_slug <> all($1::text[])) as found`, [leftOut]),
  );
  return rows[0]?.found ?? false;
}
