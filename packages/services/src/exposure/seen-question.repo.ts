import { DomainError } from "@tidao/kernel";
import { named, pool, type Queryable } from "@tidao/prisma";
import { mayRevealQuestion } from "./graded-use.repo";

/**
 * What a learner may keep, note or report: a question that is published, or that they have answered.
 * @returns the topic it belongs to
 * @throws NOT_FOUND for any other question
 * @throws QUESTION_WITHHELD while an open assignment holds it
 */
export async function assertMayKeepQuestion(
  learner: { id: string; subjectId: string },
  questionId: string,
  now: Date,
  connection: Queryable = pool,
): Promise<{ topicSlug: string }> {
  const { rows } = await connection.query<{ topicSlug: string }>(
    named(
      `select q.topic_slug as "topicSlug" from question q where q.id = $2
         and (q.published_version_id is not null or exists (select 1 from submission s where s.subject_id = $1 and s.question_id = q.id))`,
      [learner.subjectId, questionId],
    ),
  );
  if (!rows[0]) throw new DomainError("NOT_FOUND", { what: "question" });
  if (!(await mayRevealQuestion(learner, questionId, now, connection))) throw new DomainError("QUESTION_WITHHELD");
  return rows[0];
}
