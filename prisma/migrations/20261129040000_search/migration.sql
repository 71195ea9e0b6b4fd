-- CreateTable
CREATE TABLE "search_document" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID,
    "locale" TEXT NOT NULL,
    "topic_slug" TEXT,
    "ref" TEXT NOT NULL,
    "anchor" TEXT NOT NULL DEFAULT '',
    "question_id" TEXT,
    "question_kind" TEXT,
    "difficulty" SMALLINT,
    "title" TEXT NOT NULL DEFAULT '',
    "title_key" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    "tsv" tsvector NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_document_kind_ref_anchor_locale_key" ON "search_document"("kind", "ref", "anchor", "locale");

-- CreateIndex
CREATE INDEX "search_document_subject_id_idx" ON "search_document"("subject_id");

-- CreateIndex
CREATE INDEX "search_document_tsv_idx" ON "search_document" USING GIN ("tsv") WITH (gin_pending_list_limit = 1024);

-- CreateIndex
CREATE INDEX "search_word_word_idx" ON "search_word" USING GIN ("word" gin_trgm_ops);

GRANT SELECT, INSERT, UPDATE, DELETE ON search_document, search_word TO tidao_app;
GRANT USAGE, SELECT ON SEQUENCE search_document_id_seq TO tidao_app;
