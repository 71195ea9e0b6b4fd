import { randomUUID } from "node:crypto";
import type { QuestionKind, Verdict } from "@tidao/grading";
import { DomainError } from "@tidao/kernel";
import { guessFloor } from "@tidao/measurement";
import { type Connection, named, pool, type Queryable } from "@tidao/prisma";
import { choiceCountSql } from "./candidates.repo";

/** Mastery of each topic when a test began. */
export type BaseMastery = Record<string, { rating: number; answers: number; level: number }>;
export interface TestRow {
  id: string;
  /** Null for a placement. */
  topicSlug: string | null;
  base: BaseMastery;
  startedAt: Date;
  finishedAt: Date | null;
  result: unknown;
}
const columns = `id, topic_slug as "topicSlug", base, started_at as "startedAt", finished_at as "finishedAt", result`;

/** One of the learner's own tests. @throws NOT_FOUND */
export async function getOwnTest(subjectId: string, testId: string, connection: Queryable = pool): Promise<TestRow> {
  const { rows } = await connection.query<TestRow>(
    named(`select ${columns} from knowledge_test where subject_id = $1 and id = $2`, [subjectId, testId]),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "test" });
  return rows[0];
}

/** The learner's newest test of this topic (null: placement), open or finished. */
export async function findTest(subjectId: string, topicSlug: string | null, which: "open" | "finished", connection: Queryable = pool): Promise<TestRow | null> {
  const { rows } = await connection.query<TestRow>(
    named(
      `select ${columns} from knowledge_test where subject_id = $1 and topic_slug is not distinct from $2 and (finished_at is null) = $3
       order by started_at desc limit 1`,
      [subjectId, topicSlug, which === "open"],
    ),
  );
  return rows[0] ?? null;
}

/** The learner's newest open placement, and whether they ever finished one: one statement, for home. */
export async function findPlacements(subjectId: string): Promise<{ open: Pick<TestRow, "id" | "startedAt"> | null; finished: boolean }> {
  const { rows } = await pool.query<{ id: string; startedAt: Date; isOpen: boolean }>(
    named(
      `select distinct on (finished_at is null) id, started_at as "startedAt", finished_at is null as "isOpen" from knowledge_test
       where subject_id = $1 and topic_slug is null order by finished_at is null, started_at desc`,
      [subjectId],
    ),
  );
  const open = rows.find(({ isOpen }) => isOpen);
  return { open: open ? { id: open.id, startedAt: open.startedAt } : null, finished: rows.some(({ isOpen }) => !isOpen) };
}

export async function insertTest(connection: Connection, subjectId: string, topicSlug: string | null, at: Date): Promise<TestRow> {
  const { rows } = await connection.query<TestRow>(
    named(
      `insert into knowledge_test (id, subject_id, topic_slug, started_at, base)
       values ($1, $2, $3, $4, (select coalesce(jsonb_object_agg(topic_slug, jsonb_build_object('rating', rating, 'answers', answers, 'level', level)), '{}')
         from topic_mastery where subject_id = $2)) returning ${columns}`,
      [randomUUID(), subjectId, topicSlug, at],
    ),
  );
  return rows[0]!;
}

export async function finishTest(connection: Connection, testId: string, result: object, at: Date): Promise<void> {
  await connection.query(named(`update knowledge_test set finished_at = $2, result = $3 where id = $1`, [testId, at, JSON.stringify(result)]));
}

export interface TestItem {
  position: number;
  questionId: string;
  versionId: string;
  seed: number;
  submissionKey: string;
  topic: string;
  objective: string;
  kind: QuestionKind;
  guess: number;
  /** Of the answer; null while there is none. Difficulty in logits, as the grading used it. */
  answer: { submissionId: string; verdict: Verdict; blank: boolean; score: number; difficulty: number } | null;
}
export async function listItems(testId: string, connection: Queryable = pool): Promise<TestItem[]> {
  const { rows } = await connection.query<Omit<TestItem, "guess"> & { choiceCount: number }>(
    named(
      `select i.position, i.question_id as "questionId", i.question_version_id as "versionId", i.seed, i.submission_key as "submissionKey",
         v.topic_slug as topic, v.objective, v.kind, ${choiceCountSql} as "choiceCount",
         case when s.id is null then null else jsonb_build_object('submissionId', s.id, 'verdict', g.verdict, 'blank', s.answer->>'kind' = 'blank', 'score', g.points, 'difficulty', g.item_difficulty) end as answer
       from knowledge_test t
       join knowledge_test_item i on i.test_id = t.id
       join question_version v on v.id = i.question_version_id
       left join submission s on s.subject_id = t.subject_id and s.submission_key = i.submission_key
       left join lateral (select * from grading where submission_id = s.id order by seq desc limit 1) g on true
       where t.id = $1 order by i.position`,
      [testId],
    ),
  );
  return rows.map(({ choiceCount, ...row }) => ({ ...row, guess: guessFloor({ kind: row.kind, choiceCount }) }));
}

export async function insertItem(connection: Connection, testId: string, item: { position: number; questionId: string; versionId: string; seed: number }): Promise<void> {
  await connection.query(
    named(
      `insert into knowledge_test_item (test_id, position, question_id, question_version_id, seed, submission_key) values ($1, $2, $3, $4, $5, $6)
       on conflict (test_id, position) do update set question_id = excluded.question_id, question_version_id = excluded.question_version_id,
         seed = excluded.seed, submission_key = excluded.submission_key`,
      [testId, item.position, item.questionId, item.versionId, item.seed, randomUUID()],
    ),
  );
}

/** Topics in which the learner has answers of their own. */
export async function listPractisedTopics(connection: Connection, subjectId: string): Promise<ReadonlySet<string>> {
  const { rows } = await connection.query<{ slug: string }>(
    named(`select topic_slug as slug from topic_mastery where subject_id = $1 and answers > 0`, [subjectId]),
  );
  return new Set(rows.map(({ slug }) => slug));
}

/** Whether a question may still be asked as it was chosen: published in that version. */
export async function isStillPublished(connection: Connection, questionId: string, versionId: string): Promise<boolean> {
  const { rows } = await connection.query(named(`select 1 from question where id = $1 and published_version_id = $2`, [questionId, versionId]));
  return rows.length > 0;
}
