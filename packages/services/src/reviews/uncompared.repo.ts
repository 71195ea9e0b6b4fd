import { named, pool } from "@tidao/prisma";

/** SQL of the questions whose short answer, the learner's last to it, still waits for their ticks: it counts for nothing until then. */
export const uncomparedQuestions = (subject: string, withheld: string) =>
  `from question_state u where u.subject_id = ${subject} and u.last_verdict = 'pending' and u.question_id <> all(${withheld}::text[])`;

export interface UncomparedRow {
  submissionId: string;
  versionId: string;
  seed: number;
  topic: string;
}
/** More than this nobody compares in a row. */
const listed = 20;

/** The answers that wait to be compared, the newest first. */
export async function listUncompared(subjectId: string, withheld: string[]): Promise<UncomparedRow[]> {
  const { rows } = await pool.query<UncomparedRow>(
    named(
      `select s.id as "submissionId", s.question_version_id as "versionId", s.seed, w.topic_slug as topic
       from (select u.last_submission, u.topic_slug, u.last_at ${uncomparedQuestions("$1", "$2")} order by u.last_at desc limit ${listed}) w
       join submission s on s.id = w.last_submission and s.subject_id = $1
       order by w.last_at desc`,
      [subjectId, withheld],
    ),
  );
  return rows;
}
