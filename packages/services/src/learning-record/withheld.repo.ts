import { guessFloor } from "@tidao/measurement";
import { type Connection, named } from "@tidao/prisma";
import { getPublishedVersions } from "../bank/question-version.repo";
import { choiceCount } from "../practice/answer-key";
import type { CountedAnswer } from "./counted-answer";
import type { LearnerSlice } from "./fold";
import { previousOf, previousVersion } from "./submission.repo";
import { type SliceColumns, sliceColumns, sliceFrom, type SliceKey } from "./state.repo";

interface WithheldRow extends Omit<CountedAnswer, "topicSlug" | "objectiveId" | "guess" | "previous"> {
  versionId: string;
  previousVersionId: string | null;
}

/** The newest answer to each question of an attempt with the grading that holds, in the order of the questions. */
export async function listWithheldAnswers(connection: Connection, attemptId: string): Promise<CountedAnswer[]> {
  const { rows } = await connection.query<WithheldRow>(
    named(
      `select distinct on (s.position) s.id as "submissionId", s.question_id as "questionId", s.question_version_id as "versionId",
         ${previousVersion("s.subject_id", "s.seq")} as "previousVersionId", g.verdict, g.points, g.rating, g.item_difficulty as "itemDifficulty",
         g.misconceptions, g.prerequisites, s.confidence, s.submitted_at as "submittedAt", s.local_date as "localDate", s.duration_ms as "durationMs"
       from submission s
       join lateral (select * from grading where submission_id = s.id order by seq desc limit 1) g on true
       where s.attempt_id = $1 order by s.position, s.seq desc`,
      [attemptId],
    ),
  );
  const ids = rows.flatMap(({ versionId, previousVersionId }) => [versionId, previousVersionId ?? versionId]);
  const versions = await getPublishedVersions(ids, connection);
  return Promise.all(
    rows.map(async ({ versionId: _, previousVersionId, ...row }, n) => {
      const version = versions[2 * n]!;
      const { kind, topicSlug, objective } = version;
      return {
        ...row,
        topicSlug,
        objectiveId: objective,
        previous: await previousOf(previousVersionId, connection),
        guess: guessFloor({ kind, choiceCount: choiceCount(version.spec) }),
      };
    }),
  );
}

export async function readSlice(connection: Connection, key: SliceKey, prerequisites: readonly string[]): Promise<LearnerSlice> {
  const { rows } = await connection.query<SliceColumns>(
    named(`select ${sliceColumns("$6::text[]")}`, [key.subjectId, key.questionId, key.topicSlug, key.objectiveId, key.localDate, prerequisites]),
  );
  return sliceFrom(rows[0]!);
}
