-- CreateTable
CREATE TABLE "settings" (
    "user_id" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "daily_minutes" INTEGER NOT NULL DEFAULT 20,
    "interview_on" DATE,
    "interview_target" DOUBLE PRECISION NOT NULL DEFAULT 0.85,
    "days_off" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "habit_hidden" BOOLEAN NOT NULL DEFAULT false,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "settings" ADD CONSTRAINT "settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
