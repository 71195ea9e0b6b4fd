-- AlterTable
ALTER TABLE "question_state" ADD COLUMN "days" INTEGER[] NOT NULL DEFAULT '{}',
ADD COLUMN "day_answers" INTEGER[] NOT NULL DEFAULT '{}',
ADD COLUMN "day_right" INTEGER[] NOT NULL DEFAULT '{}',
ADD COLUMN "day_seconds" INTEGER[] NOT NULL DEFAULT '{}',
ADD COLUMN "day_reviews" INTEGER[] NOT NULL DEFAULT '{}',
ADD COLUMN "day_recalled" INTEGER[] NOT NULL DEFAULT '{}',
ADD COLUMN "day_expected_micro" INTEGER[] NOT NULL DEFAULT '{}';
