import 'server-only'
import { moveAttempts } from '#lib/db/attempt.ts'
import { transaction } from '#lib/db/transaction.ts'
import { moveBelongings } from '#lib/db/merge.ts'
import { lockUsers, markMerged } from '#lib/db/user.ts'
import { rebuildCardsIn } from './rebuild-cards.ts'

/**
 * Moves a guest's history to an account, once: nothing is lost, nothing doubled, and a second call
 * changes nothing. Writes of the guest that are under way wait and then follow (`holdOwner`).
 */
export function mergeGuest(guestId: string, accountId: string): Promise<boolean> {
  return transaction(async (tx) => {
    const users = await lockUsers(tx, [guestId, accountId])
    const guest = users.find(({ id }) => id === guestId)
    const account = users.find(({ id }) => id === accountId)
    const isOpen = guest?.email === null && guest.mergedIntoId === null
    if (!isOpen || !account?.email) return false
    await moveAttempts(tx, guestId, accountId)
    await moveBelongings(tx, guestId, accountId)
    await rebuildCardsIn(tx, guestId)
    await rebuildCardsIn(tx, accountId)
    await markMerged(tx, guestId, accountId)
    return true
  })
}
