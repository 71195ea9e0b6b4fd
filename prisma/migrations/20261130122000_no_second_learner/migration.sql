-- A second reference to the learner that nothing ever filled: whose a row is says subject_id. Each answer had it checked, and
-- to delete a learner would have read both whole logs for it.
ALTER TABLE "submission" DROP COLUMN "learnerSubjectId";
ALTER TABLE "learner_event" DROP COLUMN "learnerSubjectId";
