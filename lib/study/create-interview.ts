import 'server-only'
import type { z } from 'zod'
import { questions } from '#lib/content/questions.ts'
import { keepVersions } from '#lib/db/content-version.ts'
import { addInterview, databaseNow, findInterview, type NewItem } from '#lib/db/interview.ts'
import { transaction } from '#lib/db/transaction.ts'
import { holdOwner } from '#lib/db/user.ts'
import { type Blueprint, encodeBlueprint } from '#lib/interview/blueprint.ts'
import type { Chosen } from '#lib/interview/choose.ts'
import { closing, later, limits } from '#lib/interview/clock.ts'
import type { Shortage } from '#lib/interview/shortage.ts'
import type { startInput } from './interview-entry.ts'
import { planInterview } from './preview-interview.ts'

export type Start = { id: string; seed: number; blueprint: Blueprint; items: readonly Chosen[] }

/** Draws an interview. @returns what is missing when the bank is too small: nothing is stored then */
export async function drawInterview(
  userId: string | null,
  { id, blueprint, seed }: z.infer<typeof startInput>,
): Promise<{ start: Start } | { shortage: Shortage }> {
  const { items, shortage } = await planInterview(userId, blueprint, seed)
  return shortage ? { shortage } : { start: { id, seed, blueprint, items } }
}

/**
 * Starts an interview, and its clock with it: the items are fixed, and each question is kept as it
 * is now. The client's id is the idempotency key.
 * @returns null when the id is somebody else's, or the owner is gone
 */
export async function createInterview(userId: string, start: Start): Promise<string | null> {
  const { id, seed, blueprint, items } = start
  const versions = await versionsOf(items)
  const limit = limits(
    blueprint,
    items.map(({ minutes }) => minutes),
  )
  return transaction(async (tx) => {
    const held = await holdOwner(tx, userId)
    if (held === null) return null
    await keepVersions(tx, versions)
    const now = await databaseNow(tx)
    const deadline = limit.whole === null ? null : later(now, limit.whole)
    const interview = {
      id,
      userId: held,
      seed,
      blueprint: encodeBlueprint(blueprint),
      startedAt: now,
      openedAt: now,
      deadline,
      closesAt: closing({ deadline, pausedAt: null }, now),
    }
    const rows = items.map((item, position): NewItem => ({
      ...item,
      position,
      limitMs: limit.each?.[position] ?? null,
    }))
    if (await addInterview(tx, interview, rows)) return id
    // Read in here too: a failure after the end would say that nothing was started.
    return (await findInterview(id, tx))?.userId === held ? id : null
  })
}

/** The questions as they are now. */
async function versionsOf(items: readonly Chosen[]) {
  const wanted = new Set(items.map(({ contentHash }) => contentHash))
  return [...(await questions()).values()]
    .filter(({ contentHash }) => wanted.has(contentHash))
    .map((question) => ({
      hash: question.contentHash,
      questionId: question.id,
      question,
    }))
}
