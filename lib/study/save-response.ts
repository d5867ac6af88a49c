import 'server-only'
import type { z } from 'zod'
import {
  addRevision,
  findItem,
  findRevision,
  type InterviewItemRow,
  revisionAt,
  updateItem,
} from '#lib/db/interview.ts'
import { acceptsItem, openFor } from '#lib/interview/clock.ts'
import { type Change, changeInterview, type Refused } from './change-interview.ts'
import { type AnswerValue, LONGEST_TEXT, type responseInput } from './interview-entry.ts'

export type Saved = { seq: number }
/** What is stored, by somebody who had seen more. */
export type Newer = { seq: number; value: AnswerValue }

type Input = z.infer<typeof responseInput>
type Outcome =
  { saved: Saved } | { conflict: Newer } | Refused | { refused: 'item-closed' | 'too-long' }

/**
 * Saves one state of an answer. The server gives the number; a stale base overwrites nothing, and an
 * id that was stored before gets the answer that it got then, even after the end.
 * @param heldMs since the request came: that it came in time counts, not when its turn was
 */
export function saveResponse(
  userId: string,
  id: string,
  input: Input,
  heldMs?: () => number,
): Promise<Outcome> {
  return changeInterview<Outcome>(userId, id, work, heldMs)

  async function work(change: Change): Promise<Outcome> {
    const { tx, interview } = change
    const known = await findRevision(tx, input.id)
    if (known)
      return known.interviewId === id ? { saved: { seq: known.seq } } : { refused: 'missing' }
    if (!change.isOpen) return { refused: 'closed' }
    const item = await findItem(tx, interview.id, input.position)
    if (!item) return { refused: 'missing' }
    if (!isInTime(change, item)) return { refused: 'item-closed' }
    if (isTooLong(item, input)) return { refused: 'too-long' }
    return item.seq === input.base ? add(change, item, input) : newer(change, item, input)
  }
}

async function add({ tx, interview }: Change, item: InterviewItemRow, input: Input) {
  const { position } = item
  const seq = item.seq + 1
  await addRevision(tx, { ...input, interviewId: interview.id, seq })
  await updateItem(tx, interview.id, position, { seq, skipped: false })
  return { saved: { seq } }
}

/** The same text from two places is no conflict. */
async function newer({ tx, interview }: Change, { position, seq }: InterviewItemRow, input: Input) {
  const row = await revisionAt(tx, interview.id, position, seq)
  const value = (row?.value ?? { response: null, confidence: null }) as AnswerValue
  const isSame = JSON.stringify(ordered(value)) === JSON.stringify(ordered(input.value))
  return isSame ? { saved: { seq } } : { conflict: { seq, value } }
}

/** jsonb does not keep the order of keys. */
function ordered({ response, confidence }: AnswerValue) {
  return [response, confidence]
}

function isInTime({ interview, now }: Change, { position, limitMs, spentMs }: InterviewItemRow) {
  const open = position === interview.position ? openFor(interview, now) : 0
  return acceptsItem(limitMs, spentMs + open)
}

function isTooLong({ kind }: InterviewItemRow, { value: { response } }: Input): boolean {
  if (kind !== 'answer' && kind !== 'follow-up') return false
  return typeof response !== 'string' || response.length > LONGEST_TEXT[kind]
}
