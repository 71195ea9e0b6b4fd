-- Each question's points and verdict beside the sum of an attempt: the results of a class read 25 rows instead of the
-- submissions and gradings of everybody in it.
ALTER TABLE "attempt_grade" ADD COLUMN "question_ids" TEXT[] NOT NULL DEFAULT '{}',
ADD COLUMN "question_micro_points" INTEGER[] NOT NULL DEFAULT '{}',
ADD COLUMN "question_verdicts" TEXT[] NOT NULL DEFAULT '{}';

UPDATE "attempt_grade" held
SET "question_ids" = counted.question_ids, "question_micro_points" = counted.micro_points, "question_verdicts" = counted.verdicts
FROM (
  SELECT latest.attempt_id, array_agg(latest.question_id ORDER BY latest.position) AS question_ids,
    array_agg(floor(latest.points * 1000000 + 0.5)::int ORDER BY latest.position) AS micro_points, array_agg(latest.verdict ORDER BY latest.position) AS verdicts
  FROM (
    SELECT DISTINCT ON (s.attempt_id, s.position) s.attempt_id, s.position, s.question_id, g.points, g.verdict
    FROM "submission" s
    JOIN LATERAL (SELECT points, verdict FROM "grading" WHERE submission_id = s.id AND cause <> 'self' ORDER BY seq DESC LIMIT 1) g ON true
    WHERE s.attempt_id IS NOT NULL ORDER BY s.attempt_id, s.position, s.seq DESC
  ) latest
  GROUP BY latest.attempt_id
) counted
WHERE held.attempt_id = counted.attempt_id;

ALTER TABLE "attempt_grade" ALTER COLUMN "question_ids" DROP DEFAULT, ALTER COLUMN "question_micro_points" DROP DEFAULT, ALTER COLUMN "question_verdicts" DROP DEFAULT;
