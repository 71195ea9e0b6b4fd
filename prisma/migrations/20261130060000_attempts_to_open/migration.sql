-- An attempt knows when its feedback opens, as its assignment says; the key that both share keeps the two alike when the
-- assignment changes. The job that opens feedback then reads, each minute, only attempts of which the feedback will open:
-- those of assignments that never show it would otherwise be read over and over, more of them each term.
ALTER TABLE "attempt" ADD COLUMN "feedback" "FeedbackRelease";
UPDATE "attempt" t SET "feedback" = a."feedback" FROM "assignment" a WHERE a."id" = t."assignment_id";
ALTER TABLE "attempt" ALTER COLUMN "feedback" SET NOT NULL;
CREATE UNIQUE INDEX "assignment_id_feedback_key" ON "assignment"("id", "feedback");
ALTER TABLE "attempt" DROP CONSTRAINT "attempt_assignment_id_fkey";
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_assignment_id_feedback_fkey" FOREIGN KEY ("assignment_id", "feedback")
  REFERENCES "assignment"("id", "feedback") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "attempt_to_open_idx" ON "attempt"("id") WHERE "feedback_opened_at" IS NULL AND "feedback" <> 'never';
