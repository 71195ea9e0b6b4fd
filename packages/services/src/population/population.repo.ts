import type { QuestionKind, QuestionSpec } from "@tidao/grading";
import { difficultyFromAuthor, guessFloor } from "@tidao/measurement";
import { type Connection, named, pool } from "@tidao/prisma";
import { choiceCount } from "../practice/answer-key";

export interface Item {
  questionId: string;
  versionId: string;
  topicSlug: string;
  objectiveId: string;
  expectedSeconds: number;
  misconceptions: string[];
  prerequisites: string[];
  difficulty: number;
  guess: number;
}

/** Everything published, as a made-up learner meets it. */
export async function listItems(): Promise<Item[]> {
  const { rows } = await pool.query<Omit<Item, "guess"> & { kind: QuestionKind; spec: QuestionSpec }>(
    named(
      `select q.id as "questionId", v.id as "versionId", v.topic_slug as "topicSlug", v.objective as "objectiveId", v.kind, v.misconceptions,
         v.expected_seconds as "expectedSeconds", v.difficulty, t.prerequisites, jsonb_build_object('interaction', v.spec->'interaction') as spec
       from question q join question_version v on v.id = q.published_version_id join topic t on t.slug = v.topic_slug order by q.id`,
      [],
    ),
  );
  return rows.map(({ kind, spec, ...row }) => ({
    ...row, difficulty: difficultyFromAuthor(row.difficulty), guess: guessFloor({ kind, choiceCount: choiceCount(spec) }),
  }));
}

/** How many made-up learners there are, and how many submissions in all. */
export async function countPopulation(): Promise<{ learners: number; submissions: number }> {
  const { rows } = await pool.query<{ learners: number; submissions: number }>(
    `select (select count(*)::int from "user" where email like 'made-up-%@example.test') as learners,
       (select coalesce(sum(submissions), 0)::int from question_counter) as submissions`,
  );
  return rows[0]!;
}

/** Adds to the counters that all learners share. */
export async function addToCounters(connection: Connection, counters: ReadonlyMap<string, { submissions: number; right: number; microPoints: number }>): Promise<void> {
  const rows = [...counters].map(([question_id, { submissions, right, microPoints }]) => ({ question_id, submissions, right, micro_points: microPoints }));
  await connection.query(
    named(
      `insert into question_counter as c select * from jsonb_populate_recordset(null::question_counter, $1)
       on conflict (question_id) do update set submissions = c.submissions + excluded.submissions, "right" = c."right" + excluded."right",
         micro_points = c.micro_points + excluded.micro_points`,
      [JSON.stringify(rows)],
    ),
  );
}

/** Until PostgreSQL has counted what COPY wrote it plans as if the tables were empty. */
export const analyse = () => pool.query("analyze");
