-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "event" TEXT NOT NULL,
    "actor" TEXT,
    "subject" TEXT,
    "detail" TEXT NOT NULL DEFAULT '',
    "request_id" TEXT,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- Rows are only ever added. A revoked privilege does not bind the table's owner, and the site is its
-- owner: the trigger binds everybody.
-- (Written with \x3b: the schema engine cuts a migration into statements at each semicolon.)
CREATE FUNCTION refuse_to_change_audit() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  RAISE EXCEPTION ''the audit is only ever added to'' USING ERRCODE = ''insufficient_privilege''\x3b
END';

CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_audit();

REVOKE UPDATE, DELETE, TRUNCATE ON "audit" FROM PUBLIC;
