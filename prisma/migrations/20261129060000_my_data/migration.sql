-- CreateEnum
CREATE TYPE "DataExportState" AS ENUM ('waiting', 'running', 'ready', 'failed');

-- AlterTable
ALTER TABLE "user" ADD COLUMN "deletion_requested_at" TIMESTAMPTZ(3);

-- AlterTable: who made it may have left
ALTER TABLE "assignment" ALTER COLUMN "created_by" DROP NOT NULL;
ALTER TABLE "assignment_override" ALTER COLUMN "created_by" DROP NOT NULL;

-- CreateTable
CREATE TABLE "data_export" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "state" "DataExportState" NOT NULL DEFAULT 'waiting',
    "run" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "size" BIGINT NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_export_chunk" (
    "export_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "data_export_chunk_pkey" PRIMARY KEY ("export_id","number")
);

-- CreateTable
CREATE TABLE "data_access" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID NOT NULL,
    "viewer_id" UUID,
    "viewer_role" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "context" TEXT NOT NULL DEFAULT '',
    "day" CHAR(10) NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_access_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "data_export_user_id_key" ON "data_export"("user_id");

-- CreateIndex
CREATE INDEX "data_export_state_requested_at_idx" ON "data_export"("state", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "data_access_user_id_viewer_id_what_context_day_key" ON "data_access"("user_id", "viewer_id", "what", "context", "day");

-- CreateIndex
CREATE INDEX "data_access_user_id_last_at_idx" ON "data_access"("user_id", "last_at");

-- CreateIndex
CREATE INDEX "data_access_viewer_id_idx" ON "data_access"("viewer_id");

-- CreateIndex
CREATE INDEX "user_deletion_requested_at_idx" ON "user"("deletion_requested_at");

-- AddForeignKey
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_export_chunk" ADD CONSTRAINT "data_export_chunk_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "data_export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_access" ADD CONSTRAINT "data_access_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_access" ADD CONSTRAINT "data_access_viewer_id_fkey" FOREIGN KEY ("viewer_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A zip is compressed already.
ALTER TABLE "data_export_chunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

-- A published version never changes: only its rendering may be renewed, and who wrote or published it may be forgotten.
CREATE OR REPLACE FUNCTION question_version_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  free text[] := array['rendered', 'renderer_version', 'updated_at'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'published' THEN RAISE EXCEPTION 'a published version cannot be deleted'; END IF;
    RETURN OLD;
  END IF;
  IF NEW.author_id IS NULL THEN free := free || 'author_id'::text; END IF;
  IF NEW.published_by IS NULL THEN free := free || 'published_by'::text; END IF;
  IF OLD.status = 'published' AND (to_jsonb(NEW) - free) <> (to_jsonb(OLD) - free) THEN
    RAISE EXCEPTION 'a published version cannot be changed';
  END IF;
  RETURN NEW;
END $$;

-- The one way in which the record changes: the person of an account that was asked to be deleted leaves it. What was
-- chosen, its points and times stay, under a subject that leads to nobody. Runs with the owner's rights, since the
-- application may neither change the record nor delete an account.
CREATE FUNCTION erase_user(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  requested timestamptz;
  subject uuid;
BEGIN
  SELECT deletion_requested_at INTO requested FROM "user" WHERE id = wanted FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  IF requested IS NULL THEN RAISE EXCEPTION 'nobody asked for this account to be deleted'; END IF;
  SELECT subject_id INTO subject FROM learner WHERE user_id = wanted FOR UPDATE;

  UPDATE submission SET answer = jsonb_set(answer, '{text}', '"[erased]"')
    WHERE subject_id = subject AND answer->>'kind' = 'short-answer';
  UPDATE submission SET answer = jsonb_set(answer, '{blanks}',
      (SELECT coalesce(jsonb_object_agg(blank, '[erased]'::text), '{}') FROM jsonb_object_keys(answer->'blanks') blank))
    WHERE subject_id = subject AND answer->>'kind' = 'cloze';
  UPDATE grading SET graded_by = NULL WHERE graded_by = wanted;
  UPDATE learner_event SET body = '{}' WHERE subject_id = subject AND kind = 'zone_changed';
  UPDATE learner SET user_id = NULL WHERE user_id = wanted;
  DELETE FROM audit_personal WHERE user_id = wanted;
  DELETE FROM "user" WHERE id = wanted;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION erase_user(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION erase_user(uuid) TO tidao_app;
REVOKE DELETE, TRUNCATE ON "user" FROM tidao_app;
