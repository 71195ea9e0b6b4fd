import type { QuestionKind } from "@tidao/grading";
import { named, pool } from "@tidao/prisma";

type Stem = { zh: string; en: string } | null;

export async function countQuestions(): Promise<{ published: number; drafts: number; retired: number }> {
  const { rows } = await pool.query<{ published: number; drafts: number; retired: number }>(
    named(
      `select count(published_version_id)::int as published, count(retired_at)::int as retired,
         (select count(*)::int from question_version v join question q on q.id = v.question_id where v.status <> 'published' and q.retired_at is null) as drafts
       from question`,
      [],
    ),
  );
  return rows[0]!;
}

export interface OpenDraft {
  id: string;
  topicSlug: string;
  kind: QuestionKind;
  stem: Stem;
  versionId: string;
  version: number;
  revision: number;
  spec: unknown;
  fromFiles: boolean;
  author: string | null;
  updatedAt: Date;
}
export async function listOpenDrafts(limit: number): Promise<OpenDraft[]> {
  const { rows } = await pool.query<OpenDraft>(
    named(
      `select q.id, q.topic_slug as "topicSlug", q.kind, v.spec->'stem' as stem, v.id as "versionId", v.number as version, v.revision, v.spec,
         v.origin = 'import' as "fromFiles", u.name as author, v.updated_at as "updatedAt"
       from question_version v join question q on q.id = v.question_id left join "user" u on u.id = v.author_id
       where v.status <> 'published' and q.retired_at is null order by v.updated_at desc limit $1`,
      [limit],
    ),
  );
  return rows;
}

/** Fewer than three points in ten over at least twenty answers. */
export async function listSurprising(limit: number) {
  const { rows } = await pool.query<{
    id: string;
    topicSlug: string;
    kind: QuestionKind;
    stem: { zh: string; en: string };
    answers: number;
    microPoints: number;
  }>(
    named(
      `select q.id, q.topic_slug as "topicSlug", q.kind, v.spec->'stem' as stem, c.submissions as answers, c.micro_points::float8 as "microPoints"
       from question_counter c join question q on q.id = c.question_id join question_version v on v.id = q.published_version_id
       where c.submissions >= 20 and c.micro_points < 300000 * c.submissions::bigint
       order by c.micro_points::float8 / c.submissions limit $1`,
      [limit],
    ),
  );
  return rows;
}

export async function countCoverage(): Promise<{ topicSlug: string; kind: string; n: number }[]> {
  const { rows } = await pool.query<{ topicSlug: string; kind: string; n: number }>(
    named(
      `select topic_slug as "topicSlug", kind, count(*)::int as n from question where published_version_id is not null group by 1, 2`,
      [],
    ),
  );
  return rows;
}
