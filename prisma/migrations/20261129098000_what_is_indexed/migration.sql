-- Says of what text a document was made: an import makes anew only those whose text is another. What stands here has it still to say.
ALTER TABLE "search_document" ADD COLUMN "made_from" TEXT NOT NULL DEFAULT '';
