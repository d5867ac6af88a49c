import 'server-only'
import { randomUUID } from 'node:crypto'
import { addService, type ServiceAccount, userOfService } from '#lib/db/service.ts'
import { isDuplicate } from '#lib/db/failure.ts'
import { transaction } from '#lib/db/transaction.ts'
import { findUserByEmail, registerUser } from '#lib/db/user.ts'
import { audit } from './audit.ts'
import { normaliseEmail } from './email.ts'
import type { Described } from './services.ts'
import { currentGuest, currentUser, hasJustSignedIn } from './session.ts'

/** Why a service does not let somebody in here; the sign-in page has a sentence for each. */
export type Closed = 'LinkedElsewhere' | 'NoVerifiedEmail' | 'LinkFirst' | 'SignInAgain'

/**
 * Whose account opens when a service has said who somebody is. Known: theirs. Signed in here: the
 * service is added to that account, if they have just signed in: a browser that was left open gives nobody
 * a way in that stays. Otherwise by the address, if both sides are sure of it: the service
 * has verified it, and so have we. An account whose address nobody ever proved may have been opened by
 * somebody else to lie in wait; its owner signs in with the password first.
 */
export async function enter(
  provider: string,
  { id, name, email }: Described,
): Promise<{ userId: string } | { closed: Closed }> {
  const service = { provider, providerAccountId: id }
  const [known, here] = [await userOfService(service), await currentUser()]
  if (known !== null)
    return here && here.id !== known ? { closed: 'LinkedElsewhere' } : { userId: known }
  if (here)
    return (await hasJustSignedIn(here.id)) ? link(here.id, service) : { closed: 'SignInAgain' }
  const address = normaliseEmail(email ?? '')
  if (address === null) return { closed: 'NoVerifiedEmail' }
  const found = await findUserByEmail(address)
  if (found) return found.isVerified ? link(found.id, service) : { closed: 'LinkFirst' }
  return open(address, name, service)
}

async function link(userId: string, service: ServiceAccount) {
  try {
    await transaction(async (tx) => {
      await addService(tx, userId, service)
      await audit('account-linked', { actor: userId, detail: service.provider }, tx)
    })
    return { userId }
  } catch (error) {
    // Linked a moment ago, by a second press of the button or by somebody else.
    if (isDuplicate(error) && (await userOfService(service)) === userId) return { userId }
    if (isDuplicate(error)) return { closed: 'LinkedElsewhere' as const }
    throw error
  }
}

/** A guest becomes the account, as by signing up. */
async function open(email: string, name: string | null, service: ServiceAccount) {
  const id = (await currentGuest())?.id ?? randomUUID()
  const account = { email, name: name?.slice(0, 80) ?? null, passwordHash: null, isVerified: true }
  const user = await registerUser(id, account, async (tx) => {
    await addService(tx, id, service)
    await audit('sign-up', { actor: id, detail: service.provider }, tx)
  })
  if (user) return { userId: user.id }
  const known = await userOfService(service)
  return known === null ? { closed: 'LinkFirst' as const } : { userId: known }
}
