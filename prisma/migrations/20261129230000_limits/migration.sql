-- Failed and costly tries, counted for all instances. Nothing here names a person: keys are hashes.
CREATE TABLE "limits" (
    "key" TEXT NOT NULL,
    "hits" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "limits_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "limits_until_idx" ON "limits"("until");
