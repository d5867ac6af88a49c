import type { DraftView } from '#lib/study/save-draft.ts'
import { inTurn } from './in-turn.ts'

const PATIENCE = 15_000

/** On this device: the text, the revision that it was written over, and whether the server has it. */
export type Local = { text: string; base: number; isSaved: boolean }

/** A text on a question that is saved at each pause: the answer that is being written, or a note. */
export type Kept = 'draft' | 'note'

export async function sendDraft(
  what: Kept,
  questionId: string,
  base: number,
  text: string,
): Promise<{ revision: number } | { current: DraftView } | 'away'> {
  const reply = await inTurn(() =>
    fetch(`/api/me/questions/${questionId}/${what}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ base, text }),
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE),
    }),
  ).catch(() => null)
  const body = await reply?.json().catch(() => null)
  if (reply?.ok && body) return { revision: body.revision }
  if (reply?.status === 409 && body) return { current: body.error.current }
  return 'away'
}

export function keepLocal(what: Kept, questionId: string, local: Local): void {
  try {
    const key = PREFIX[what] + questionId
    if (local.isSaved) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(local))
  } catch {
    // Storage is refused or full: the server's copy is the only one.
  }
}

export function readLocal(what: Kept, questionId: string): Local | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX[what] + questionId) ?? 'null') as Local | null
  } catch {
    return null
  }
}

/** Questions with a draft, or a note, on this device that the server does not have. */
export function unsavedDrafts(what: Kept): string[] {
  try {
    return Object.keys(localStorage)
      .filter((each) => each.startsWith(PREFIX[what]))
      .map((each) => each.slice(PREFIX[what].length))
  } catch {
    return []
  }
}

const PREFIX = { draft: 'ridgeline.draft.', note: 'ridgeline.note.' }
