-- AlterTable
ALTER TABLE "user" ADD COLUMN     "asks_confidence" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "motion" TEXT NOT NULL DEFAULT 'system';

-- CreateTable
CREATE TABLE "account_token" (
    "hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "mail_outbox" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "user_id" UUID,
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "given_up_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "mail_outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_choice" (
    "user_id" UUID NOT NULL,
    "due_reviews" BOOLEAN NOT NULL DEFAULT false,
    "assignment_opened" BOOLEAN NOT NULL DEFAULT true,
    "assignment_due" BOOLEAN NOT NULL DEFAULT true,
    "local_hour" INTEGER NOT NULL DEFAULT 8,
    "last_digest_on" TEXT,

    CONSTRAINT "notification_choice_pkey" PRIMARY KEY ("user_id"),
    CONSTRAINT "notification_choice_hour" CHECK ("local_hour" BETWEEN 0 AND 23)
);

-- CreateIndex
CREATE INDEX "account_token_user_id_idx" ON "account_token"("user_id");

-- CreateIndex
CREATE INDEX "mail_outbox_user_id_idx" ON "mail_outbox"("user_id");

-- What waits is a handful of rows, however many were sent.
CREATE INDEX "mail_outbox_waiting_idx" ON "mail_outbox"("next_attempt_at") WHERE "sent_at" IS NULL AND "given_up_at" IS NULL;

-- AddForeignKey
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_outbox" ADD CONSTRAINT "mail_outbox_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_choice" ADD CONSTRAINT "notification_choice_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;
