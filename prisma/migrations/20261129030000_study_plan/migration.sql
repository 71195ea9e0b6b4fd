-- CreateTable
CREATE TABLE "study_plan" (
    "subject_id" UUID NOT NULL,
    "interview_date" CHAR(10) NOT NULL,
    "minutes_a_day" INTEGER NOT NULL,
    "days_off" INTEGER[],
    "weights" JSONB NOT NULL,
    "set_on" CHAR(10) NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "study_plan_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "plan_day" (
    "subject_id" UUID NOT NULL,
    "local_date" CHAR(10) NOT NULL,
    "began_at" TIMESTAMPTZ(3) NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "items" JSONB NOT NULL,
    "outlook" JSONB NOT NULL,

    CONSTRAINT "plan_day_pkey" PRIMARY KEY ("subject_id")
);
