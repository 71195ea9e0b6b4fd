import type { GradeResult, QuestionKind } from "@tidao/grading";
import type { Bilingual } from "@tidao/kernel";
import { named, pool } from "@tidao/prisma";

export interface KeptQuestionRow {
  questionId: string;
  /** What is published now, else the newest that ever was; null when nothing ever was. */
  versionId: string | null;
  published: boolean;
  kind: QuestionKind;
  topicSlug: string;
  topicTitle: Bilingual;
  lastVerdict: GradeResult["verdict"] | null;
  lastSubmission: string | null;
  due: boolean;
}
/** Questions in the order of their ids here, with what the learner last made of them. */
export async function listKeptQuestions(subjectId: string, ids: readonly string[], now: Date): Promise<KeptQuestionRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<KeptQuestionRow>(
    named(
      `select q.id as "questionId", q.published_version_id is not null as published, q.kind, q.topic_slug as "topicSlug", t.body->'title' as "topicTitle",
         coalesce(q.published_version_id,
           (select id from question_version v where v.question_id = q.id and v.status = 'published' order by v.number desc limit 1)) as "versionId",
         s.last_verdict as "lastVerdict", s.last_submission as "lastSubmission", coalesce(c.due <= $3, false) as due
       from question q
       join topic t on t.slug = q.topic_slug
       left join question_state s on s.subject_id = $1 and s.question_id = q.id
       left join review_card c on c.subject_id = $1 and c.question_id = q.id
       where q.id = any($2::text[]) order by array_position($2::text[], q.id)`,
      [subjectId, ids, now],
    ),
  );
  return rows;
}
