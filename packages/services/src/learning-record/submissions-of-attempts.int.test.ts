import { pool } from "@tidao/prisma";
import { openTestDatabase } from "@tidao/prisma/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listAttemptItems } from "../assignments/attempt.repo";
import { makeActor, makeBank } from "../testing";
import { answerAll, newAssignment, newSet } from "../testing/class-work";
import { rowsRead } from "../testing/rows-read";
import { refreshAttemptGrade } from "./attempt-grade.repo";
import { listWithheldAnswers } from "./withheld.repo";

process.env.NEXTAUTH_SECRET = "a secret of this test";
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let versions: Record<string, string>;
beforeAll(async () => {
  database = await openTestDatabase();
  versions = await makeBank();
});
afterAll(() => database.close());

test("a learner's answers in an attempt are found among all that they practised, which is not in the index that finds them", async () => {
  const [instructor, learner] = [await makeActor(["instructor"]), await makeActor()];
  const { id: assignmentId } = await newAssignment(instructor, await newSet(instructor), [learner]);
  const attemptId = await answerAll(learner, assignmentId, [0, 0]);
  await pool.query(
    `insert into submission (id, subject_id, seq, submission_key, question_id, question_version_id, seed, answer, hints_used, duration_ms, context, submitted_at, local_date)
     select uuidv7(), $1, 1000 + n, uuidv7(), 'single', $2, 0, '{}', 0, 1, 'practice', now(), '2026-03-05' from generate_series(1, 5000) n`,
    [learner.subjectId, versions.single],
  );
  expect(await rowsRead("submission", (connection) => refreshAttemptGrade(connection, attemptId))).toBe(2);
  expect(await rowsRead("submission", (connection) => listAttemptItems(attemptId, connection))).toBeLessThanOrEqual(4);
  // the previous answer to the same question is looked for beside each of the two
  expect(await rowsRead("submission", (connection) => listWithheldAnswers(connection as never, attemptId))).toBeLessThanOrEqual(6);
  const { rows } = await pool.query(`select pg_relation_size('submission_of_attempt_idx')::int / 8192 as pages`);
  // one that tells what the index is, one with all entries
  expect(rows).toEqual([{ pages: 2 }]);
});
