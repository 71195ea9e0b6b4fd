import { named, pool } from "@tidao/prisma";

export async function findSuspension(subjectId: string, questionId: string): Promise<{ suspendedAt: Date | null } | null> {
  const { rows } = await pool.query<{ suspendedAt: Date | null }>(
    named(`select suspended_at as "suspendedAt" from review_card where subject_id = $1 and question_id = $2`, [subjectId, questionId]),
  );
  return rows[0] ?? null;
}

export interface HardCard {
  questionId: string;
  versionId: string;
  topic: string;
  objective: string;
  lapses: number;
  reps: number;
  suspendedAt: Date | null;
  lastSubmission: string | null;
  /** Shown by the last answers, the newest first. */
  misconceptions: string[];
}
/** How many of each kind are listed: more than this nobody mends at once. */
const listed = 50;
/** Answers that are asked what misconception they showed. */
const lookedAt = 5;

/** Cards that keep being forgotten, and those set aside; hidden while an assignment withholds their question. */
export async function listHardCards(subjectId: string, withheld: string[], leechLapses: number): Promise<HardCard[]> {
  const { rows } = await pool.query<HardCard>(
    named(
      `with hard as (
         select c.question_id, c.lapses, c.reps, c.suspended_at, q.published_version_id, q.topic_slug,
           row_number() over (partition by c.suspended_at is null order by c.lapses desc, c.question_id) as place
         from review_card c join question q on q.id = c.question_id and q.published_version_id is not null
         where c.subject_id = $1 and (c.lapses >= $3 or c.suspended_at is not null) and c.question_id <> all($2::text[]))
       select h.question_id as "questionId", h.published_version_id as "versionId", h.topic_slug as topic, v.objective, h.lapses, h.reps,
         h.suspended_at as "suspendedAt", s.last_submission as "lastSubmission",
         array(select m from (
           select m, max(a.seq) as seq from (
             select id, seq, attempt_id from submission where subject_id = $1 and question_id = h.question_id order by seq desc limit ${lookedAt}) a
           join lateral (select misconceptions, withheld from grading where submission_id = a.id order by seq desc limit 1) g
             on not g.withheld or exists (select 1 from attempt t where t.id = a.attempt_id and t.feedback_opened_at is not null)
           cross join unnest(g.misconceptions) m group by m) shown order by seq desc) as misconceptions
       from hard h
       join question_version v on v.id = h.published_version_id
       left join question_state s on s.subject_id = $1 and s.question_id = h.question_id
       where h.place <= ${listed}
       order by h.lapses desc, h.question_id`,
      [subjectId, withheld, leechLapses],
    ),
  );
  return rows;
}
