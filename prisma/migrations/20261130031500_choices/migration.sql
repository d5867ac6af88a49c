-- AlterTable
ALTER TABLE "settings" ADD COLUMN "level" TEXT;
ALTER TABLE "settings" ADD COLUMN "blind" BOOLEAN;
