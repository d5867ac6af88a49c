import { isHolding } from './ahead.ts'
import { keepLocal, type Kept, type Local } from './draft-copy.ts'
import { late } from './later.ts'
import { entries, show } from './outbox.ts'
import { recallAll } from './recall-all.ts'
import { sendDraft } from './send-draft.ts'

/**
 * Delivers what only this device has, before its reader signs out.
 * @returns what could not be delivered and what to do about it, or null
 */
export async function deliverAll(): Promise<string | null> {
  if (!isHolding()) return null
  await (await late()).deliver()
  for (const what of ['draft', 'note'] as const) await deliverTexts(what)
  if (entries().some(({ refused }) => refused !== undefined)) {
    return 'Something on this device was refused by the server. It is under “On this device” below: copy or discard it first.'
  }
  const left = await Promise.all(
    ['draft.', 'note.', 'interview.', 'report.'].map((prefix) => recallAll(prefix)),
  )
  return entries().length > 0 || left.some(({ size }) => size > 0)
    ? 'Something that you wrote is only on this device so far; it is under “On this device” below. Sign out when it has reached the server, or discard it.'
    : null
}

/** Leaves nothing of the reader on this device but its settings (theme, shortcuts). */
export async function forgetReader(): Promise<void> {
  try {
    const own = Object.keys(localStorage).filter((key) => key.startsWith('ridgeline.'))
    for (const key of own) localStorage.removeItem(key)
  } catch {
    // Storage is refused: nothing was kept.
  }
  await (await late()).clear()
  show([])
  await forgetPages().catch(() => {}) // No caches on http: there are none then.
}

/** The pages that were visited: they say what somebody read. */
async function forgetPages(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name)
}

async function deliverTexts(what: Kept): Promise<void> {
  for (const [key, local] of await recallAll<Local>(`${what}.`)) {
    const questionId = key.slice(what.length + 1)
    const outcome = await sendDraft(what, questionId, local.base, local.text)
    if ('revision' in outcome) keepLocal(key, { ...local, isSaved: true })
  }
}
