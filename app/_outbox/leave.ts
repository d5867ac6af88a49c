import { type Kept, keepLocal, readLocal, sendDraft, unsavedDrafts } from './draft-copy.ts'
import { deliver, waiting } from './outbox.ts'

/**
 * Delivers what only this device has, before its reader signs out.
 * @returns what could not be delivered and what to do about it, or null
 */
export async function deliverAll(): Promise<string | null> {
  await deliver()
  for (const what of ['draft', 'note'] as const)
    for (const questionId of unsavedDrafts(what)) await deliverDraft(what, questionId)
  if (waiting().some(({ refused }) => refused !== undefined)) {
    return 'An answer on this device was refused by the server. Copy or discard it on its question’s page first.'
  }
  return waiting().length > 0 || [...unsavedDrafts('draft'), ...unsavedDrafts('note')].length > 0
    ? 'Something that you wrote is only on this device so far. Sign out when it has reached the server.'
    : null
}

/** Leaves nothing of the reader on this device but its settings (theme, shortcuts). */
export function forgetReader(): void {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith('ridgeline.'))
    for (const key of own) localStorage.removeItem(key)
  } catch {
    // Storage is refused: nothing was kept.
  }
}

async function deliverDraft(what: Kept, questionId: string): Promise<void> {
  const local = readLocal(what, questionId)
  if (!local) return
  const outcome = await sendDraft(what, questionId, local.base, local.text)
  if (typeof outcome === 'object' && 'revision' in outcome) {
    keepLocal(what, questionId, { ...local, isSaved: true })
  }
}
