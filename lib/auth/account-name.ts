import 'server-only'
import { createHash } from 'node:crypto'
import type { Actor } from './session.ts'

/**
 * What an account is called on its reader's device, so that what one has written there is never sent, or
 * shown, as another's (app/_outbox/ahead.ts). It does not say who: neither e-mail nor id. Guests have none.
 */
export function accountName(actor: Actor | null): string | null {
  if (!actor || actor.guest) return null
  return createHash('sha256').update(`device ${actor.id}`).digest('base64url').slice(0, 16)
}
