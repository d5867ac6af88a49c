import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { ulid } from 'ulid'
import type { Sent } from './journal.ts'

const QUESTION = 'content/questions/regularization/l1-vs-l2-regularization.mdx'

/** A guest who writes, known by the cookie of their first answer. */
export type Reader = { cookie: string | null; contentHash: string }

/** One request of three attempts and what came back; `status` is null when the connection was cut. */
export type Posted = Sent & { status: number | null; retryAfter: string | null; text: string }

export async function newReader(): Promise<Reader> {
  const text = (await readFile(QUESTION, 'utf8')).replaceAll('\r\n', '\n')
  return { cookie: null, contentHash: createHash('sha256').update(text).digest('hex') }
}

/** @param url of the server, which is also where the request says that it comes from */
export async function post(
  url: string,
  reader: Reader,
  ids = [ulid(), ulid(), ulid()],
): Promise<Posted> {
  const attempts = ids.map((id) => ({
    id,
    itemId: 'reg-0001/answer',
    contentHash: reader.contentHash,
    response: { text: `written as ${id}`, skipped: false },
    confidence: 2,
    elapsedMs: 1234,
  }))
  const headers = {
    'Content-Type': 'application/json',
    Origin: url,
    ...(reader.cookie && { Cookie: reader.cookie }),
  }
  const cut = { ids, isAcknowledged: false, status: null, retryAfter: null, text: '' }
  try {
    const body = JSON.stringify({ attempts })
    const answer = await fetch(`${url}/api/attempts`, { method: 'POST', headers, body })
    const text = await answer.text()
    if (answer.ok) reader.cookie ??= answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? null
    return {
      ids,
      isAcknowledged: answer.ok && isWhole(text, ids),
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      text,
    }
  } catch (error) {
    // Reset, or refused, or ended in the middle of the answer.
    if (error instanceof TypeError) return cut
    throw error
  }
}

/** "Saved" is what says so of every attempt, in order. */
function isWhole(text: string, ids: string[]): boolean {
  const { results = [] } = JSON.parse(text) as { results?: { id: string; stored: boolean }[] }
  return (
    results.length === ids.length && results.every(({ id, stored }, at) => stored && id === ids[at])
  )
}

export async function stored(pool: pg.Pool): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>('select id from attempts')
  return new Set(rows.map(({ id }) => id))
}
