-- CreateTable
CREATE TABLE "bookmark" (
    "subject_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bookmark_pkey" PRIMARY KEY ("subject_id","question_id")
);

-- CreateTable
CREATE TABLE "question_list" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "question_list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_list_item" (
    "list_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "question_list_item_pkey" PRIMARY KEY ("list_id","question_id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "question_id" TEXT,
    "topic_slug" TEXT,
    "anchor" TEXT,
    "body" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_report" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "question_id" TEXT NOT NULL,
    "version_id" UUID NOT NULL,
    "seed" INTEGER NOT NULL,
    "submission_id" UUID,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" UUID,
    "answer" TEXT,

    CONSTRAINT "question_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "question_list_subject_id_position_idx" ON "question_list"("subject_id", "position");

-- CreateIndex
CREATE INDEX "note_subject_id_updated_at_idx" ON "note"("subject_id", "updated_at");

-- CreateIndex
CREATE INDEX "note_subject_id_question_id_idx" ON "note"("subject_id", "question_id");

-- CreateIndex
CREATE INDEX "note_subject_id_topic_slug_idx" ON "note"("subject_id", "topic_slug");

-- CreateIndex
CREATE INDEX "question_report_state_created_at_idx" ON "question_report"("state", "created_at");

-- CreateIndex
CREATE INDEX "question_report_subject_id_created_at_idx" ON "question_report"("subject_id", "created_at");

-- CreateIndex
CREATE INDEX "question_report_question_id_created_at_idx" ON "question_report"("question_id", "created_at");

-- AddForeignKey
ALTER TABLE "question_list_item" ADD CONSTRAINT "question_list_item_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "question_list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON bookmark, question_list, question_list_item, note, question_report TO tidao_app;
