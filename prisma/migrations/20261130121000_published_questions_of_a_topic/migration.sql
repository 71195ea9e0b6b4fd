-- How many questions a topic has is on nearly every page of a learner: without this each of them reads the whole bank.
CREATE INDEX "question_published_topic_idx" ON "question" ("topic_slug", "id") WHERE "published_version_id" IS NOT NULL;
