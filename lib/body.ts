import 'server-only'

/** What one request may carry. */
export const MOST_BYTES = 64 * 1024

export type BadBody = { status: 400 | 413 | 415; code: string; message: string }

const TOO_LARGE: BadBody = {
  status: 413,
  code: 'too-large',
  message: 'The request is larger than 64 kB, so nothing was stored. Send it in smaller parts.',
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

/** Reads a JSON body of at most 64 kB, counted as it arrives. */
export async function readJson(request: Request): Promise<{ value: unknown } | BadBody> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return NOT_JSON
  const bytes = await readBytes(request)
  if (bytes === null) return TOO_LARGE
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    return isStorable(value) ? { value } : BAD_TEXT
  } catch {
    // Not UTF-8, not JSON, or nested so deeply that walking it overflows the stack.
    return BAD_JSON
  }
}

async function readBytes(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MOST_BYTES) return null
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
