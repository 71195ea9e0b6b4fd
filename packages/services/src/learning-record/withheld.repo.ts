import type { QuestionKind, QuestionSpec } from "@tidao/grading";
import { guessFloor } from "@tidao/measurement";
import { type Connection, named } from "@tidao/prisma";
import { choiceCount } from "../practice/answer-key";
import type { CountedAnswer } from "./counted-answer";
import type { LearnerSlice } from "./fold";
import { previousSubmission } from "./submission.repo";
import { type SliceColumns, sliceColumns, sliceFrom, type SliceKey } from "./state.repo";

/** The newest answer to each question of an attempt with the grading that holds, in the order of the questions. */
export async function listWithheldAnswers(connection: Connection, attemptId: string): Promise<CountedAnswer[]> {
  const { rows } = await connection.query<Omit<CountedAnswer, "guess"> & { kind: QuestionKind; spec: QuestionSpec }>(
    named(
      `select distinct on (s.position) s.id as "submissionId", s.question_id as "questionId", v.topic_slug as "topicSlug", v.objective as "objectiveId",
         v.kind, jsonb_build_object('interaction', v.spec->'interaction') as spec, g.verdict, g.points, g.rating, g.item_difficulty as "itemDifficulty",
         g.misconceptions, g.prerequisites, s.confidence, (${previousSubmission("s.subject_id", "s.seq")}) as previous,
         s.submitted_at as "submittedAt", s.local_date as "localDate", s.duration_ms as "durationMs"
       from submission s
       join question_version v on v.id = s.question_version_id
       join lateral (select * from grading where submission_id = s.id order by seq desc limit 1) g on true
       where s.attempt_id = $1 order by s.position, s.seq desc`,
      [attemptId],
    ),
  );
  return rows.map(({ kind, spec, ...row }) => ({ ...row, guess: guessFloor({ kind, choiceCount: choiceCount(spec) }) }));
}

export async function readSlice(connection: Connection, key: SliceKey, prerequisites: readonly string[]): Promise<LearnerSlice> {
  const { rows } = await connection.query<SliceColumns>(
    named(`select ${sliceColumns("$6::text[]")}`, [key.subjectId, key.questionId, key.topicSlug, key.objectiveId, key.localDate, prerequisites]),
  );
  return sliceFrom(rows[0]!);
}
