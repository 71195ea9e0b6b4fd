-- The highest revision that a draft of the question had and that is no draft any more: the next draft goes on from there, so
-- that a page which knows revision 1 of a draft that is gone is not taken for one that knows revision 1 of another.
ALTER TABLE "question" ADD COLUMN "draft_revision" INTEGER NOT NULL DEFAULT 0;
UPDATE "question" q SET "draft_revision" =
  coalesce((SELECT max(v."revision") FROM "question_version" v WHERE v."question_id" = q."id" AND v."status" = 'published'), 0);
