import type { DraftView } from '#lib/study/save-draft.ts'
import type { Kept } from './draft-copy.ts'
import { inTurn, patience } from './in-turn.ts'
import { written } from './left-ahead.ts'
import { againAfter } from './wait.ts'

/** In a row, of all texts: it is one server. */
let failures = 0

/**
 * Saves a text that was written over a revision. Whoever has seen less is given what stands there now.
 * @returns `again`: the server cannot be asked, and in how many milliseconds it is worth trying
 */
export async function sendDraft(
  what: Kept,
  questionId: string,
  base: number,
  text: string,
): Promise<{ revision: number } | { current: DraftView } | { again: number }> {
  const reply = await inTurn(() =>
    fetch(`/api/me/questions/${questionId}/${what}`, {
      method: 'PUT',
      headers: written(),
      body: JSON.stringify({ base, text }),
      keepalive: true,
      signal: patience(),
    }),
  ).catch(() => null)
  const body = await reply?.json().catch(() => null)
  if (reply?.ok && body) {
    failures = 0
    return { revision: body.revision }
  }
  if (reply?.status === 409 && body?.error.current) return { current: body.error.current }
  failures++
  return { again: againAfter(reply?.ok === false ? reply : null, failures) }
}
