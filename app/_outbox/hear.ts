import type { Place } from './ahead.ts'
import type { Outcome } from './delivery.ts'
import { late } from './later.ts'
import { type Entry, post } from './outbox.ts'

/**
 * How long a page waits for a server that takes its time, before it goes on with what is kept on the
 * device. One that cannot be reached is known at once.
 */
const PATIENCE_MS = 2_500

/**
 * Keeps an entry on the device, then sends it, in order with everything else that waits.
 * @param moreMs for an entry that is more work than most
 * @returns the server's reply; `kept` when that is not there in a moment: then it waits in the outbox; or
 *   why it was refused: it is then left to the page that has just posted it
 */
export async function postAndHear(entry: Omit<Entry, keyof Place>, moreMs = 0): Promise<Outcome> {
  const patience = PATIENCE_MS + moreMs
  post(entry)
  const outcome = await Promise.race([
    late().then(({ outcomeOf }) => outcomeOf(entry.id, patience)),
    // Its code may not be here yet, and the network gone.
    new Promise<'kept'>((resolve) => setTimeout(() => resolve('kept'), 2 * patience)),
  ])
  if (outcome !== 'kept' && 'refused' in outcome) (await late()).discard(entry.id)
  return outcome
}
