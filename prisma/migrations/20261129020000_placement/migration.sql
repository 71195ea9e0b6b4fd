-- AlterTable
ALTER TABLE "path_enrolment" ADD COLUMN "deadline" CHAR(10);

-- CreateTable
CREATE TABLE "topic_skip" (
    "subject_id" UUID NOT NULL,
    "topic_slug" TEXT NOT NULL,
    "skipped_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "topic_skip_pkey" PRIMARY KEY ("subject_id","topic_slug")
);

-- CreateTable
CREATE TABLE "knowledge_test" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "topic_slug" TEXT,
    "base" JSONB NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "result" JSONB,

    CONSTRAINT "knowledge_test_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "knowledge_test_item" (
    "test_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question_id" TEXT NOT NULL,
    "question_version_id" UUID NOT NULL,
    "seed" INTEGER NOT NULL,
    "submission_key" UUID NOT NULL,

    CONSTRAINT "knowledge_test_item_pkey" PRIMARY KEY ("test_id","position")
);

-- CreateIndex
CREATE INDEX "knowledge_test_subject_id_started_at_idx" ON "knowledge_test"("subject_id", "started_at");

-- AddForeignKey
ALTER TABLE "knowledge_test_item" ADD CONSTRAINT "knowledge_test_item_test_id_fkey" FOREIGN KEY ("test_id") REFERENCES "knowledge_test"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "knowledge_test_item" ADD CONSTRAINT "knowledge_test_item_question_version_id_fkey" FOREIGN KEY ("question_version_id") REFERENCES "question_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- At most one test of a kind is open for a learner.
CREATE UNIQUE INDEX "knowledge_test_open_key" ON "knowledge_test"("subject_id", coalesce("topic_slug", '')) WHERE "finished_at" IS NULL;
