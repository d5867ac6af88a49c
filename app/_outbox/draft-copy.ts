import type { DraftView } from '#lib/study/save-draft.ts'
import { inTurn } from './in-turn.ts'

const PATIENCE = 15_000

/** On this device: the text, the revision that it was written over, and whether the server has it. */
export type Local = { text: string; base: number; isSaved: boolean }

export async function sendDraft(
  questionId: string,
  base: number,
  text: string,
): Promise<{ revision: number } | { current: DraftView } | 'away'> {
  const reply = await inTurn(() =>
    fetch(`/api/me/questions/${questionId}/draft`, {
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

export function keepLocal(questionId: string, local: Local): void {
  try {
    if (local.isSaved) localStorage.removeItem(key(questionId))
    else localStorage.setItem(key(questionId), JSON.stringify(local))
  } catch {
    // Storage is refused or full: the server's copy is the only one.
  }
}

export function readLocal(questionId: string): Local | null {
  try {
    return JSON.parse(localStorage.getItem(key(questionId)) ?? 'null') as Local | null
  } catch {
    return null
  }
}

/** Questions with a draft on this device that the server does not have. */
export function unsavedDrafts(): string[] {
  try {
    return Object.keys(localStorage)
      .filter((each) => each.startsWith(PREFIX))
      .map((each) => each.slice(PREFIX.length))
  } catch {
    return []
  }
}

const PREFIX = 'ridgeline.draft.'

function key(questionId: string): string {
  return PREFIX + questionId
}
