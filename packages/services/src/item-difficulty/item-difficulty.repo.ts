import { type Connection, named, pool, type Queryable } from "@tidao/prisma";
import type { QuestionKind, QuestionSpec } from "@tidao/grading";

export interface NewestSnapshot {
  /** 0 before the first. */
  number: number;
  /** Whether anything was graded since, or at the same time. */
  outdated: boolean;
}

export async function readNewestSnapshot(): Promise<NewestSnapshot> {
  const { rows } = await pool.query<NewestSnapshot>(
    named(
      `with newest as (select snapshot, at from item_difficulty order by snapshot desc limit 1)
       select coalesce((select snapshot from newest), 0) as number,
         exists (select 1 from grading where graded_at >= coalesce((select at from newest), '-infinity')) as outdated`,
      [],
    ),
  );
  return rows[0]!;
}

export interface ItemBefore {
  questionId: string;
  /** 1 to 5, of the published version. */
  authorDifficulty: number;
  /** Logits of the newest snapshot that holds it. */
  difficulty: number | null;
}

/** Published questions; the bank has some hundreds. */
export async function listItems(): Promise<ItemBefore[]> {
  const { rows } = await pool.query<ItemBefore>(
    named(
      `select q.id as "questionId", v.difficulty as "authorDifficulty",
         (select d.difficulty from item_difficulty d where d.question_id = q.id order by d.snapshot desc limit 1) as difficulty
       from question q join question_version v on v.id = q.published_version_id`,
      [],
    ),
  );
  return rows;
}

export interface LoggedAnswer {
  subjectId: string;
  seq: number;
  questionId: string;
  versionId: string;
  verdict: string;
  points: number;
}

/** Answers of all learners with the verdict that holds, a page at a time: one learner after the other, each in the order of the log. */
export async function listAnswers(after: Pick<LoggedAnswer, "subjectId" | "seq"> | null, limit: number): Promise<LoggedAnswer[]> {
  const { rows } = await pool.query<LoggedAnswer>(
    named(
      `select s.subject_id as "subjectId", s.seq, s.question_id as "questionId", s.question_version_id as "versionId", g.verdict, g.points
       from submission s
       join lateral (select verdict, points from grading where submission_id = s.id order by seq desc limit 1) g on true
       where (s.subject_id, s.seq) > ($1::uuid, $2::int) order by s.subject_id, s.seq limit $3`,
      [after?.subjectId ?? "00000000-0000-0000-0000-000000000000", after?.seq ?? -1, limit],
    ),
  );
  return rows;
}

export interface AnsweredVersion {
  id: string;
  topicSlug: string;
  kind: QuestionKind;
  authorDifficulty: number;
  spec: QuestionSpec;
}
export async function readVersions(ids: readonly string[]): Promise<AnsweredVersion[]> {
  const { rows } = await pool.query<AnsweredVersion>(
    named(
      `select id, topic_slug as "topicSlug", kind, difficulty as "authorDifficulty", jsonb_build_object('interaction', spec->'interaction') as spec
       from question_version where id = any($1::uuid[])`,
      [ids],
    ),
  );
  return rows;
}

/** Whoever writes a snapshot waits for another who does. */
export const lockSnapshots = (connection: Connection) => connection.query(`select pg_advisory_xact_lock(7203464)`);

/** @returns rows written; none when somebody else has written this number meanwhile */
export async function insertSnapshot(
  connection: Queryable,
  number: number,
  items: readonly { questionId: string; difficulty: number; responses: number }[],
  at: Date,
): Promise<number> {
  const { rowCount } = await connection.query(
    named(
      `insert into item_difficulty (snapshot, question_id, difficulty, responses, at)
       select $1, r."questionId", r.difficulty, r.responses, $3
       from jsonb_to_recordset($2) as r("questionId" text, difficulty float8, responses int)
       where not exists (select 1 from item_difficulty where snapshot >= $1)`,
      [number, JSON.stringify(items), at],
    ),
  );
  return rowCount ?? 0;
}
