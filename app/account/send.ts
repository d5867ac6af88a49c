import { inTurn } from '#app/_outbox/in-turn.ts'

const AWAY = 'The server cannot be reached, so nothing was changed. Try again in a moment.'

/** A file of 16 MB from a slow line takes a while. In ms. */
const PATIENCE = 60_000

/** One change of the account. @returns what the server answered, or a sentence about why not */
export function send<T>(
  method: 'POST' | 'PUT' | 'DELETE',
  address: string,
  body: object,
): Promise<{ done: T } | { problem: string }> {
  return inTurn(async () => {
    const reply = await fetch(address, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => null)
    const answer = await reply?.json().catch(() => null)
    if (reply?.ok) return { done: answer as T }
    const fields = Object.values<string>(answer?.error?.fields ?? {})
    return { problem: fields[0] ?? answer?.error?.message ?? AWAY }
  })
}
