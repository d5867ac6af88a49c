import 'server-only'

/** What one request may carry, but for those that say otherwise (and then lib/boot/door.mjs as well). */
export const MOST_BYTES = 64 * 1024
/** Requests beyond that which are worked on at once: two are 32 MB and what is made of them. */
const LARGE_AT_ONCE = 2
let large = 0

export type BadBody = { status: 400 | 413 | 415 | 503; code: string; message: string }

const tooLarge = (most: number): BadBody => ({
  status: 413,
  code: 'too-large',
  message: `The request is larger than ${
    most < 1024 * 1024 ? `${most / 1024} kB` : `${most / 1024 / 1024} MB`
  }, so nothing was stored. Send it in smaller parts.`,
})
const CROWDED: BadBody = {
  status: 503,
  code: 'busy',
  message: 'Others are sending large files just now, so nothing was stored. Try again in a moment.',
}
const NOT_JSON: BadBody = {
  status: 415,
  code: 'not-json',
  message: 'The request must be JSON (Content-Type: application/json).',
}
const BAD_JSON: BadBody = {
  status: 400,
  code: 'invalid-json',
  message: 'The request is not well-formed JSON, so nothing was stored.',
}
const BAD_TEXT: BadBody = {
  status: 400,
  code: 'invalid-text',
  message: 'The request holds a character that cannot be stored (NUL or half a surrogate pair).',
}

/** Reads a JSON body of at most 64 kB or as said, counted as it arrives. */
export async function readJson(
  request: Request,
  most = MOST_BYTES,
): Promise<{ value: unknown } | BadBody> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return NOT_JSON
  const bytes = await readBytes(request, most)
  if (bytes === null) return tooLarge(most)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    return isStorable(value) ? { value } : BAD_TEXT
  } catch {
    // Not UTF-8, not JSON, or nested so deeply that walking it overflows the stack.
    return BAD_JSON
  }
}

/** Does what a large body is for, from its first byte to the answer, unless too many are at it. */
export async function whileLarge<Done>(work: () => Promise<Done>): Promise<Done | BadBody> {
  if (large >= LARGE_AT_ONCE) return CROWDED
  large++
  try {
    return await work()
  } finally {
    large--
  }
}

async function readBytes(request: Request, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > most) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** PostgreSQL's text holds neither NUL nor lone surrogates. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, each]) => isStorable(key) && isStorable(each))
}
