CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('instructor', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "VersionStatus" AS ENUM ('draft', 'in_review', 'published');

-- CreateEnum
CREATE TYPE "ClassRole" AS ENUM ('learner', 'instructor', 'assistant');

-- CreateEnum
CREATE TYPE "FeedbackRelease" AS ENUM ('immediately', 'after_due', 'never');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "email" TEXT NOT NULL,
    "email_verified_at" TIMESTAMPTZ(3),
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'zh',
    "zone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "suspended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_role" (
    "user_id" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "granted_by" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_role_pkey" PRIMARY KEY ("user_id","role")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "oauth_account" (
    "provider" TEXT NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "oauth_account_pkey" PRIMARY KEY ("provider","provider_account_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_kind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "resource_kind" TEXT NOT NULL,
    "resource_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_personal" (
    "audit_id" BIGINT NOT NULL,
    "field" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,

    CONSTRAINT "audit_personal_pkey" PRIMARY KEY ("audit_id","field")
);

-- CreateTable
CREATE TABLE "topic" (
    "slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "area" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "prerequisites" TEXT[],
    "source_hash" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "topic_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "lesson_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "topic_slug" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "source" JSONB NOT NULL,
    "rendered" JSONB NOT NULL,
    "renderer_version" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lesson_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "source_hash" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "path" (
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "source_hash" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "path_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "question" (
    "id" TEXT NOT NULL,
    "topic_slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "published_version_id" UUID,
    "retired_at" TIMESTAMPTZ(3),
    "source_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "question_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" "VersionStatus" NOT NULL DEFAULT 'draft',
    "kind" TEXT NOT NULL,
    "topic_slug" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "difficulty" INTEGER NOT NULL,
    "expected_seconds" INTEGER NOT NULL,
    "misconceptions" TEXT[],
    "spec" JSONB NOT NULL,
    "rendered" JSONB,
    "renderer_version" INTEGER NOT NULL DEFAULT 0,
    "content_hash" TEXT NOT NULL,
    "search_text" TEXT NOT NULL DEFAULT '',
    "origin" TEXT NOT NULL,
    "author_id" UUID,
    "corrects_version_id" UUID,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),
    "published_by" UUID,

    CONSTRAINT "question_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_counter" (
    "question_id" TEXT NOT NULL,
    "submissions" INTEGER NOT NULL DEFAULT 0,
    "right" INTEGER NOT NULL DEFAULT 0,
    "micro_points" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "question_counter_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "choice_counter" (
    "version_id" UUID NOT NULL,
    "part_id" TEXT NOT NULL,
    "chosen" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "choice_counter_pkey" PRIMARY KEY ("version_id","part_id")
);

-- CreateTable
CREATE TABLE "item_difficulty" (
    "snapshot" INTEGER NOT NULL,
    "question_id" TEXT NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "responses" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_difficulty_pkey" PRIMARY KEY ("question_id","snapshot")
);

-- CreateTable
CREATE TABLE "bank_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "digest" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bank_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_card" (
    "subject_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "topic_slug" TEXT NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "scheduled_days" INTEGER NOT NULL,
    "learning_steps" INTEGER NOT NULL,
    "reps" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "state" SMALLINT NOT NULL,
    "last_review" TIMESTAMPTZ(3),

    CONSTRAINT "review_card_pkey" PRIMARY KEY ("subject_id","question_id")
);

-- CreateTable
CREATE TABLE "topic_mastery" (
    "subject_id" UUID NOT NULL,
    "topic_slug" TEXT NOT NULL,
    "rating" DOUBLE PRECISION NOT NULL,
    "answers" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "micro_points" BIGINT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_mastery_pkey" PRIMARY KEY ("subject_id","topic_slug")
);

-- CreateTable
CREATE TABLE "objective_mastery" (
    "subject_id" UUID NOT NULL,
    "objective_id" TEXT NOT NULL,
    "topic_slug" TEXT NOT NULL,
    "rating" DOUBLE PRECISION NOT NULL,
    "answers" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "objective_mastery_pkey" PRIMARY KEY ("subject_id","objective_id")
);

-- CreateTable
CREATE TABLE "daily_activity" (
    "subject_id" UUID NOT NULL,
    "local_date" CHAR(10) NOT NULL,
    "answers" INTEGER NOT NULL DEFAULT 0,
    "right" INTEGER NOT NULL DEFAULT 0,
    "micro_points" BIGINT NOT NULL DEFAULT 0,
    "seconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "daily_activity_pkey" PRIMARY KEY ("subject_id","local_date")
);

-- CreateTable
CREATE TABLE "question_state" (
    "subject_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "topic_slug" TEXT NOT NULL,
    "objective_id" TEXT NOT NULL,
    "answers" INTEGER NOT NULL,
    "last_verdict" TEXT NOT NULL,
    "last_points" DOUBLE PRECISION NOT NULL,
    "last_submission" UUID NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "question_state_pkey" PRIMARY KEY ("subject_id","question_id")
);

-- CreateTable
CREATE TABLE "lesson_read" (
    "subject_id" UUID NOT NULL,
    "topic_slug" TEXT NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lesson_read_pkey" PRIMARY KEY ("subject_id","topic_slug")
);

-- CreateTable
CREATE TABLE "path_enrolment" (
    "subject_id" UUID NOT NULL,
    "path_slug" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "path_enrolment_pkey" PRIMARY KEY ("subject_id","path_slug")
);

-- CreateTable
CREATE TABLE "attempt_grade" (
    "attempt_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "answered" INTEGER NOT NULL,
    "micro_points" BIGINT NOT NULL,
    "pending" INTEGER NOT NULL,

    CONSTRAINT "attempt_grade_pkey" PRIMARY KEY ("attempt_id")
);

-- CreateTable
CREATE TABLE "learner" (
    "subject_id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID,
    "last_seq" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "learner_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "learner_event" (
    "subject_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "question_id" TEXT,
    "body" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "local_date" CHAR(10) NOT NULL,
    "learnerSubjectId" UUID,

    CONSTRAINT "learner_event_pkey" PRIMARY KEY ("subject_id","seq")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "submission_key" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "question_version_id" UUID NOT NULL,
    "seed" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "confidence" SMALLINT,
    "hints_used" SMALLINT NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "context" TEXT NOT NULL,
    "attempt_id" UUID,
    "position" INTEGER,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "local_date" CHAR(10) NOT NULL,
    "learnerSubjectId" UUID,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grading" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "submission_id" UUID NOT NULL,
    "supersedes_id" UUID,
    "cause" TEXT NOT NULL,
    "key_version_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "misconceptions" TEXT[],
    "parts" JSONB NOT NULL,
    "rating" SMALLINT,
    "item_difficulty" DOUBLE PRECISION NOT NULL,
    "withheld" BOOLEAN NOT NULL DEFAULT false,
    "graded_by" UUID,
    "graded_at" TIMESTAMPTZ(3) NOT NULL,
    "local_date" CHAR(10) NOT NULL,

    CONSTRAINT "grading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "join_code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_member" (
    "class_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "ClassRole" NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "class_member_pkey" PRIMARY KEY ("class_id","user_id")
);

-- CreateTable
CREATE TABLE "question_set" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "owner_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_set_item" (
    "set_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question_id" TEXT NOT NULL,
    "pinned_version_id" UUID,
    "points" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "question_set_item_pkey" PRIMARY KEY ("set_id","position")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "class_id" UUID NOT NULL,
    "set_id" UUID,
    "title" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "feedback" "FeedbackRelease" NOT NULL DEFAULT 'after_due',
    "shuffle" BOOLEAN NOT NULL DEFAULT true,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment_item" (
    "assignment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question_id" TEXT NOT NULL,
    "pinned_version_id" UUID,
    "points" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_item_pkey" PRIMARY KEY ("assignment_id","position")
);

-- CreateTable
CREATE TABLE "assignment_override" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assignment_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "attempts" INTEGER,
    "reason" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "assignment_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "feedback_opened_at" TIMESTAMPTZ(3),

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt_item" (
    "attempt_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question_id" TEXT NOT NULL,
    "question_version_id" UUID NOT NULL,
    "seed" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,

    CONSTRAINT "attempt_item_pkey" PRIMARY KEY ("attempt_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "user_role_role_idx" ON "user_role"("role");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "oauth_account_user_id_idx" ON "oauth_account"("user_id");

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE INDEX "audit_entry_resource_kind_resource_id_id_idx" ON "audit_entry"("resource_kind", "resource_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_actor_id_id_idx" ON "audit_entry"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_action_id_idx" ON "audit_entry"("action", "id");

-- CreateIndex
CREATE INDEX "audit_personal_user_id_idx" ON "audit_personal"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_number_key" ON "topic"("number");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_version_topic_slug_number_key" ON "lesson_version"("topic_slug", "number");

-- CreateIndex
CREATE UNIQUE INDEX "question_published_version_id_key" ON "question"("published_version_id");

-- CreateIndex
CREATE INDEX "question_topic_slug_kind_idx" ON "question"("topic_slug", "kind");

-- CreateIndex
CREATE INDEX "question_updated_at_id_idx" ON "question"("updated_at", "id");

-- CreateIndex
CREATE INDEX "question_version_topic_slug_status_idx" ON "question_version"("topic_slug", "status");

-- CreateIndex
CREATE INDEX "question_version_search_text_idx" ON "question_version" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "question_version_question_id_number_key" ON "question_version"("question_id", "number");

-- CreateIndex
CREATE INDEX "review_card_subject_id_due_idx" ON "review_card"("subject_id", "due");

-- CreateIndex
CREATE INDEX "objective_mastery_subject_id_topic_slug_idx" ON "objective_mastery"("subject_id", "topic_slug");

-- CreateIndex
CREATE INDEX "question_state_subject_id_topic_slug_idx" ON "question_state"("subject_id", "topic_slug");

-- CreateIndex
CREATE UNIQUE INDEX "learner_user_id_key" ON "learner"("user_id");

-- CreateIndex
CREATE INDEX "learner_event_subject_id_question_id_seq_idx" ON "learner_event"("subject_id", "question_id", "seq");

-- CreateIndex
CREATE INDEX "submission_attempt_id_idx" ON "submission"("attempt_id");

-- CreateIndex
CREATE INDEX "submission_subject_id_question_id_seq_idx" ON "submission"("subject_id", "question_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "submission_subject_id_seq_key" ON "submission"("subject_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "submission_subject_id_submission_key_key" ON "submission"("subject_id", "submission_key");

-- CreateIndex
CREATE INDEX "grading_submission_id_idx" ON "grading"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "grading_subject_id_seq_key" ON "grading"("subject_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "class_join_code_key" ON "class"("join_code");

-- CreateIndex
CREATE INDEX "class_owner_id_idx" ON "class"("owner_id");

-- CreateIndex
CREATE INDEX "class_member_user_id_idx" ON "class_member"("user_id");

-- CreateIndex
CREATE INDEX "question_set_owner_id_updated_at_idx" ON "question_set"("owner_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "question_set_item_set_id_question_id_key" ON "question_set_item"("set_id", "question_id");

-- CreateIndex
CREATE INDEX "assignment_class_id_due_at_idx" ON "assignment"("class_id", "due_at");

-- CreateIndex
CREATE INDEX "assignment_due_at_idx" ON "assignment"("due_at");

-- CreateIndex
CREATE INDEX "assignment_item_question_id_idx" ON "assignment_item"("question_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_override_assignment_id_user_id_key" ON "assignment_override"("assignment_id", "user_id");

-- CreateIndex
CREATE INDEX "attempt_subject_id_idx" ON "attempt"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_assignment_id_subject_id_number_key" ON "attempt"("assignment_id", "subject_id", "number");

-- AddForeignKey
ALTER TABLE "user_role" ADD CONSTRAINT "user_role_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "oauth_account" ADD CONSTRAINT "oauth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_personal" ADD CONSTRAINT "audit_personal_audit_id_fkey" FOREIGN KEY ("audit_id") REFERENCES "audit_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson_version" ADD CONSTRAINT "lesson_version_topic_slug_fkey" FOREIGN KEY ("topic_slug") REFERENCES "topic"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_topic_slug_fkey" FOREIGN KEY ("topic_slug") REFERENCES "topic"("slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_published_version_id_fkey" FOREIGN KEY ("published_version_id") REFERENCES "question_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_version" ADD CONSTRAINT "question_version_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_counter" ADD CONSTRAINT "question_counter_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "question"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learner" ADD CONSTRAINT "learner_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learner_event" ADD CONSTRAINT "learner_event_learnerSubjectId_fkey" FOREIGN KEY ("learnerSubjectId") REFERENCES "learner"("subject_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_learnerSubjectId_fkey" FOREIGN KEY ("learnerSubjectId") REFERENCES "learner"("subject_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class" ADD CONSTRAINT "class_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_member" ADD CONSTRAINT "class_member_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_member" ADD CONSTRAINT "class_member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_set" ADD CONSTRAINT "question_set_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_set_item" ADD CONSTRAINT "question_set_item_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "question_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_item" ADD CONSTRAINT "assignment_item_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_override" ADD CONSTRAINT "assignment_override_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt_item" ADD CONSTRAINT "attempt_item_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- A published version never changes: only its rendering may be renewed by a newer renderer.
CREATE FUNCTION question_version_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'published' THEN RAISE EXCEPTION 'a published version cannot be deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.status = 'published' AND
     (to_jsonb(NEW) - 'rendered' - 'renderer_version' - 'updated_at') <> (to_jsonb(OLD) - 'rendered' - 'renderer_version' - 'updated_at') THEN
    RAISE EXCEPTION 'a published version cannot be changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER question_version_is_immutable BEFORE UPDATE OR DELETE ON question_version
  FOR EACH ROW EXECUTE FUNCTION question_version_is_immutable();

-- The application's role: no DDL, no superuser, and the record can only grow.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidao_app') THEN
    BEGIN
      CREATE ROLE tidao_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- two databases of one server migrated at once
    END;
  END IF;
END $$;
DO $$ BEGIN EXECUTE format('GRANT tidao_app TO %I', current_user); EXCEPTION WHEN OTHERS THEN NULL; END $$;
GRANT USAGE ON SCHEMA public TO tidao_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO tidao_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO tidao_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO tidao_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO tidao_app;
REVOKE UPDATE, DELETE, TRUNCATE ON submission, grading, learner_event, audit_entry, audit_personal FROM tidao_app;
REVOKE DELETE ON learner FROM tidao_app;
REVOKE ALL ON TABLE item_difficulty FROM tidao_app;
GRANT SELECT, INSERT ON TABLE item_difficulty TO tidao_app;
