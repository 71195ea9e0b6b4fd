-- Who signs up is asked whether the address is one to which somebody may still take an account back.
CREATE INDEX "account_token_undo_idx" ON "account_token"("email") WHERE "kind" = 'undo-email' AND "used_at" IS NULL AND "replaced_at" IS NULL;
