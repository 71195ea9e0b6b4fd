-- AlterTable
ALTER TABLE "grading" ADD COLUMN "prerequisites" TEXT[] NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "topic_mastery" ADD COLUMN "level" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "objective_mastery" ADD COLUMN "level" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "daily_activity" ADD COLUMN "reviews" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "recalled" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "expected_micro" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "question_state" ADD COLUMN "right" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "micro_points" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "seconds" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "confidence_answers" INTEGER[] NOT NULL DEFAULT '{0,0,0,0}',
ADD COLUMN "confidence_right" INTEGER[] NOT NULL DEFAULT '{0,0,0,0}',
ADD COLUMN "reviews" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "recalled" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "last_misconceptions" TEXT[] NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "topic_day" (
    "subject_id" UUID NOT NULL,
    "topic_slug" TEXT NOT NULL,
    "local_date" CHAR(10) NOT NULL,
    "answers" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "micro_points" BIGINT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "rating" DOUBLE PRECISION NOT NULL,
    "level" SMALLINT NOT NULL,
    "rating_before" DOUBLE PRECISION NOT NULL,
    "level_before" SMALLINT NOT NULL,

    CONSTRAINT "topic_day_pkey" PRIMARY KEY ("subject_id","local_date","topic_slug")
);

-- CreateTable
CREATE TABLE "derived_state" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "fold_version" INTEGER NOT NULL,

    CONSTRAINT "derived_state_pkey" PRIMARY KEY ("id")
);
