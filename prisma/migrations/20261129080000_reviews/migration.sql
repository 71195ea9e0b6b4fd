-- A card set aside is not asked; the first answer tells a review from a question that was new today. Older cards get theirs
-- from the log, when the state is derived anew.
ALTER TABLE "review_card" ADD COLUMN "begun_at" TIMESTAMPTZ(3), ADD COLUMN "suspended_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "review_settings" (
    "subject_id" UUID NOT NULL,
    "desired_retention" DOUBLE PRECISION NOT NULL,
    "daily_reviews" INTEGER NOT NULL,
    "daily_new" INTEGER NOT NULL,
    "easy_days" DOUBLE PRECISION[],
    "fitting" BOOLEAN NOT NULL,
    "parameters" DOUBLE PRECISION[],
    "fitted_at" TIMESTAMPTZ(3),
    "log_loss_before" DOUBLE PRECISION,
    "log_loss_after" DOUBLE PRECISION,
    "reviews_fitted" INTEGER,

    CONSTRAINT "review_settings_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "fitting_attempt" (
    "subject_id" UUID NOT NULL,
    "reviews" INTEGER NOT NULL,
    "log_loss_before" DOUBLE PRECISION NOT NULL,
    "log_loss_after" DOUBLE PRECISION NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fitting_attempt_pkey" PRIMARY KEY ("subject_id")
);

GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE review_settings, fitting_attempt TO tidao_app;
