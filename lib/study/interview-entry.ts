import 'server-only'
import { z } from 'zod'
import { decodeBlueprint } from '#lib/interview/blueprint.ts'
import { ulid } from './attempt-entry.ts'

/** Of a text in an interview: with its follow-up it must fit into an attempt (20,000). */
export const LONGEST_TEXT = { answer: 16_000, 'follow-up': 3_000 }
/** Of one answer as JSON. */
const LONGEST_VALUE = 20_000

/** A blueprint as its address has it. */
export const blueprintText = z
  .string()
  .max(1_000)
  .transform((text, context) => {
    const { blueprint, unread } = decodeBlueprint(text)
    if (unread.length === 0) return blueprint
    context.addIssue({
      code: 'custom',
      message: 'This blueprint cannot be read. Choose its parts anew.',
    })
    return z.NEVER
  })

export const previewQuery = z.object({
  blueprint: blueprintText.prefault(''),
  seed: z.coerce.number().pipe(z.int32()).prefault(0),
})

export const startInput = z.strictObject({
  id: ulid,
  blueprint: blueprintText,
  seed: z.int32(),
})

/** What stands in an answer: the draft of a response, and how sure its reader is. */
export const answerValue = z.strictObject({
  response: z
    .unknown()
    .refine((value) => JSON.stringify(value ?? null).length <= LONGEST_VALUE, 'is too long'),
  confidence: z.int().min(0).max(3).nullable(),
})

export type AnswerValue = { response: unknown; confidence: number | null }

export const responseInput = z.strictObject({
  id: ulid,
  position: z.int().min(0).max(100),
  /** the revision that its writer has seen; 0 when there was none */
  base: z.int32().min(0),
  value: answerValue,
  /** a name that the writing page gave itself */
  tab: z.string().regex(/^[A-Za-z0-9-]{1,40}$/),
})

export const placeInput = z.strictObject({
  /** the item that is opened */
  to: z.int().min(0).max(100),
  marks: z
    .array(
      z.strictObject({
        position: z.int().min(0).max(100),
        flagged: z.boolean().optional(),
        skipped: z.boolean().optional(),
      }),
    )
    .max(5)
    .default([]),
})

export const clockInput = z.strictObject({ clock: z.enum(['pause', 'resume']) })

/** The id of the interview that is to be, made by its client. */
export const againInput = z.strictObject({ id: ulid })

export const shareInput = z.strictObject({ shared: z.boolean() })

/** Nothing to say but that it is over. */
export const endInput = z.strictObject({})
