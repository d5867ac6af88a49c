import { written } from '#app/_outbox/left-ahead.ts'
import { patience } from '#app/_outbox/in-turn.ts'
import type { InterviewState, Screen } from '#lib/study/interview-view.ts'
import type { OpenInterview } from '#lib/study/open-interview.ts'
import type { Report } from '#lib/study/open-report.ts'
import type { Outcome, Revision } from './sheet.ts'

export type { InterviewState, OpenInterview, Report, Screen }

const PATIENCE = 15_000

/** Asks for an interview or its report. `missing`: there is none of this reader's. */
export async function ask<T extends OpenInterview | Report>(
  path: string,
): Promise<T | 'missing' | 'away'> {
  const signal = AbortSignal.timeout(PATIENCE)
  const reply = await fetch(`/api/interviews/${path}`, { signal }).catch(() => null)
  if (reply?.status === 404) return 'missing'
  const body = reply?.ok ? await reply.json().catch(() => null) : null
  return (body as T | null) ?? 'away'
}

/**
 * Changes something about an interview.
 * @returns the reply, or the sentence of what went wrong; `away` when the server could not be asked
 */
export async function change<T>(
  id: string,
  what: 'place' | 'clock' | 'end' | 'responses' | 'again' | 'share',
  body: object,
): Promise<{ ok: T } | { code: string; message: string; current?: unknown } | 'away'> {
  const reply = await fetch(`/api/interviews/${id}/${what}`, {
    method: 'POST',
    headers: written(),
    body: JSON.stringify(body),
    keepalive: true, // also when the reader leaves the page meanwhile
    signal: patience(),
  }).catch(() => null)
  const answer = await reply?.json().catch(() => null)
  if (reply?.ok && answer) return { ok: answer as T }
  const isAway = !reply || reply.status >= 500 || reply.status === 429
  return isAway || !answer?.error ? 'away' : answer.error
}

export async function sendRevision(id: string, revision: Revision): Promise<Outcome> {
  const outcome = await change<{ seq: number }>(id, 'responses', revision)
  if (outcome === 'away') return 'away'
  if ('ok' in outcome) return { seq: outcome.ok.seq }
  if (outcome.code === 'changed-elsewhere')
    return { current: outcome.current as { seq: number; value: Revision['value'] } }
  return { refused: outcome.code, message: outcome.message }
}
