import { named, pool } from "@tidao/prisma";
import { inScope } from "../search/in-scope";

export interface HeldMisconception {
  id: string;
  topicSlug: string;
  /** Questions whose latest answer shows it, newest first, three at most. */
  shownBy: { submissionId: string; questionId: string; at: string }[];
  questions: number;
  lastAt: Date;
  /** How many are held in all. */
  total: number;
}

/** Misconceptions that the latest answer to some question still shows, those shown most first. Withheld questions tell nothing. */
export async function listHeldMisconceptions(
  subjectId: string,
  withheld: readonly string[],
  questionIds: readonly string[] | null,
  limit: number,
): Promise<HeldMisconception[]> {
  const { rows } = await pool.query<HeldMisconception>(
    named(
      `select m as id, min(s.topic_slug) as "topicSlug", count(*)::int as questions, max(s.last_at) as "lastAt", (count(*) over ())::int as total,
         (array_agg(jsonb_build_object('submissionId', s.last_submission, 'questionId', s.question_id, 'at', s.last_at) order by s.last_at desc))[1:3] as "shownBy"
       from question_state s, unnest(s.last_misconceptions) m
       where s.subject_id = $1 and s.last_misconceptions <> '{}' and s.question_id <> all($2::text[]) and ${inScope("$3", "s.question_id")}
       group by m order by count(*) desc, max(s.last_at) desc, m limit $4`,
      [subjectId, withheld, questionIds, limit],
    ),
  );
  return rows;
}
