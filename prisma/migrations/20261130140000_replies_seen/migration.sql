-- When the learner looked at what became of a report; home tells of it until then.
ALTER TABLE "question_report" ADD COLUMN "seen_at" TIMESTAMPTZ(3);

-- The few that home asks after.
CREATE INDEX "question_report_unseen_idx" ON "question_report" ("subject_id") WHERE "resolved_at" IS NOT NULL AND "seen_at" IS NULL;
