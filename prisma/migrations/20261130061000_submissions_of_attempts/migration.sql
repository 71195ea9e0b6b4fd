-- Most answers are practice and belong to no attempt: an entry for each of them is written with every answer and never read.
DROP INDEX "submission_attempt_id_idx";
CREATE INDEX "submission_of_attempt_idx" ON "submission"("attempt_id") WHERE "attempt_id" IS NOT NULL;
