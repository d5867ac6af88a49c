import 'server-only'
import { findInterview, findShared, type InterviewRow, itemsOf } from '#lib/db/interview.ts'
import { decodeBlueprint } from '#lib/interview/blueprint.ts'
import type { Chosen } from '#lib/interview/choose.ts'
import type { ScreenKind } from '#lib/interview/form.ts'
import { createInterview } from './create-interview.ts'
import type { Refused } from './change-interview.ts'

type Started = { id: string } | Refused

/**
 * Starts the same interview again: the same questions in the version that was asked then, the same
 * numbers and orders of options. Not drawn anew, since the bank or a history may have changed.
 * @param next the new one's id, made by the client
 */
export async function repeatInterview(userId: string, id: string, next: string): Promise<Started> {
  const source = await findInterview(id)
  if (source?.userId !== userId) return { refused: 'missing' }
  return startLike(userId, source, next)
}

/** The same for whoever has the address that its reader has shared. */
export async function takeShared(userId: string, shareId: string, next: string): Promise<Started> {
  const source = await findShared(shareId)
  return source ? startLike(userId, source, next) : { refused: 'missing' }
}

async function startLike(userId: string, source: InterviewRow, next: string): Promise<Started> {
  const items = (await itemsOf(source.id)).map((item): Chosen => ({
    questionId: item.questionId,
    itemId: item.itemId,
    kind: item.kind as ScreenKind,
    contentHash: item.contentHash,
    seed: item.seed,
    minutes: item.minutes,
  }))
  const { blueprint } = decodeBlueprint(source.blueprint)
  const id = await createInterview(userId, { id: next, seed: source.seed, blueprint, items })
  return id === null ? { refused: 'missing' } : { id }
}
