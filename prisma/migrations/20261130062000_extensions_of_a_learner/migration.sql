-- What was extended for a learner is asked for with every question that they are given.
CREATE INDEX "assignment_override_user_id_idx" ON "assignment_override"("user_id");
