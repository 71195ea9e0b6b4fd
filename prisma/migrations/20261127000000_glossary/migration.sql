-- CreateTable
CREATE TABLE "glossary_term" (
    "id" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "source_hash" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "glossary_term_pkey" PRIMARY KEY ("id")
);
