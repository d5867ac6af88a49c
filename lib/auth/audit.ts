import 'server-only'
import { createHmac } from 'node:crypto'
import { addAuditLine } from '#lib/db/audit.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { env } from '#lib/env.ts'
import { requestId } from '#lib/log.ts'

/** What is written down of those who act: enough to see afterwards what happened, nothing of its content. */
export type AuditEvent =
  | 'sign-up'
  | 'sign-in'
  | 'sign-out'
  | 'sign-out-elsewhere'
  | 'password-change'
  | 'password-reset'
  | 'role-change'
  | 'account-linked'
  | 'account-unlinked'
  | 'export'
  | 'import'
  | 'deletion'
  | 'content-fix'

/** Ids of users: who did it (null: nobody known, or the operator), and to whom if that is somebody else. */
type Involved = { actor: string | null; subject?: string; detail?: string }

/**
 * Writes a line into the audit, with the number that the request has in the log. Given the transaction of what it is
 * about, both are there or neither.
 * @param involved `detail` is a role, a provider or a slug: never an e-mail, a token or what a person wrote
 */
export async function audit(
  event: AuditEvent,
  { actor, subject, detail = '' }: Involved,
  tx?: Transaction,
): Promise<void> {
  const line = {
    event,
    actor: actor === null ? null : auditName(actor),
    subject: subject === undefined ? null : auditName(subject),
    detail,
    requestId: requestId() ?? null,
  }
  await addAuditLine(line, tx)
}

/**
 * The name under which a user stands in the audit: the same each time, found by whoever has the secret
 * and the user's id, and nobody's any more once the user and so the id is deleted.
 */
export function auditName(userId: string): string {
  const { NEXTAUTH_SECRET: secret } = env()
  return createHmac('sha256', secret).update(`audit:${userId}`).digest('base64url').slice(0, 22)
}
