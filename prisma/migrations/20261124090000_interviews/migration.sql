-- CreateEnum
CREATE TYPE "InterviewEnd" AS ENUM ('finished', 'time', 'abandoned');

-- CreateTable
CREATE TABLE "interviews" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "blueprint" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "pauses" INTEGER NOT NULL DEFAULT 0,
    "paused_seconds" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" "InterviewEnd",
    "share_id" TEXT,

    CONSTRAINT "interviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "interview_items" (
    "interview_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "question_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "minutes" DOUBLE PRECISION NOT NULL,
    "limit_ms" INTEGER,
    "spent_ms" INTEGER NOT NULL DEFAULT 0,
    "flagged" BOOLEAN NOT NULL DEFAULT false,
    "skipped" BOOLEAN NOT NULL DEFAULT false,
    "seq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "interview_items_pkey" PRIMARY KEY ("interview_id","position")
);

-- CreateTable
CREATE TABLE "response_revisions" (
    "id" TEXT NOT NULL,
    "interview_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "base" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "tab" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "interviews_share_id_key" ON "interviews"("share_id");

-- CreateIndex
CREATE INDEX "interviews_user_id_started_at_idx" ON "interviews"("user_id", "started_at");

-- CreateIndex
CREATE INDEX "interviews_closed_at_closes_at_idx" ON "interviews"("closed_at", "closes_at");

-- CreateIndex
CREATE INDEX "interview_items_content_hash_idx" ON "interview_items"("content_hash");

-- CreateIndex
CREATE UNIQUE INDEX "response_revisions_interview_id_position_seq_key" ON "response_revisions"("interview_id", "position", "seq");

-- AddForeignKey
ALTER TABLE "interviews" ADD CONSTRAINT "interviews_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_items" ADD CONSTRAINT "interview_items_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "interview_items" ADD CONSTRAINT "interview_items_content_hash_fkey" FOREIGN KEY ("content_hash") REFERENCES "content_versions"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_revisions" ADD CONSTRAINT "response_revisions_interview_id_position_fkey" FOREIGN KEY ("interview_id", "position") REFERENCES "interview_items"("interview_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;
