import 'server-only'
import { z } from 'zod'

/** Crockford's base 32, 48 bits of time and 80 of chance: made by the client before it sends. */
export const ulid = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'is not a ULID')

export const attemptEntry = z.strictObject({
  id: ulid,
  itemId: z.string().regex(/^[a-z0-9-]{1,40}\/[a-z0-9-]{1,40}$/, 'is not "<question>/<item>"'),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/, 'is not a content hash'),
  seed: z.int32().default(0),
  response: z.unknown(),
  confidence: z.int().min(0).max(3).nullable().default(null),
  /** Milliseconds from first sight to submission, by the client's clock; at most a day. */
  elapsedMs: z.int().min(0).max(86_400_000).default(0),
})

export type AttemptEntry = z.infer<typeof attemptEntry>

/** The outbox's envelope. */
export const attemptBatch = z.strictObject({ attempts: z.array(attemptEntry).min(1).max(50) })

/** An answer in the reader's own words; skipping is recorded too. */
export const answerSchema = z.strictObject({
  text: z.string().max(20_000),
  skipped: z.boolean(),
})
