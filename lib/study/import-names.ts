import 'server-only'
import { ownersOf } from '#lib/db/import.ts'
import type { Transaction } from '#lib/db/transaction.ts'
import { derivedId } from './derived-id.ts'
import type { ExportedFile } from './import-file.ts'
import { attemptId, reviewId } from './interview-results.ts'

/** Under which id a row of the file is stored here, and whether it is there already. */
export type Names = {
  of: (id: string) => string
  isHere: (id: string) => boolean
}

/**
 * An id that is free or the reader's own stays. One that is somebody else's here (a file of an account
 * that is still there, or of a guest whose cookie is gone) gets another, which follows from it and the
 * reader: importing again finds it. What is named after an interview follows the interview's new name.
 */
export async function namesOf(tx: Transaction, userId: string, file: ExportedFile): Promise<Names> {
  const names = new Map<string, string>()
  const here = new Set<string>()

  async function settle(
    what: 'attempts' | 'reviews' | 'reports' | 'interviews',
    ids: readonly string[],
  ) {
    const asked = [...new Set(ids)].filter((id) => !names.has(id))
    const others = new Map(asked.map((id) => [id, nameFor(userId, id)]))
    const owners = await ownersOf(tx, what, [...asked, ...others.values(), ...names.values()])
    for (const id of asked) {
      const other = others.get(id)!
      const isForeign = owners.has(id) && owners.get(id) !== userId
      names.set(id, isForeign || owners.get(other) === userId ? other : id)
    }
    for (const id of ids) if (owners.get(names.get(id)!) === userId) here.add(id)
  }

  await settle(
    'interviews',
    file.interviews.map(({ id }) => id),
  )
  for (const { id, startedAt, items } of file.interviews) {
    const name = names.get(id)!
    if (name === id) continue
    const [old, now] = [
      { id, startedAt },
      { id: name, startedAt },
    ]
    for (const { position, questionId } of items) {
      names.set(attemptId(old, position), attemptId(now, position))
      names.set(reviewId(old, questionId), reviewId(now, questionId))
    }
  }
  await settle(
    'attempts',
    file.attempts.map(({ id }) => id),
  )
  await settle(
    'reviews',
    file.reviews.map(({ id }) => id).filter((id) => !id.includes('/')),
  )
  // A line of a key point follows the line that it came of, which an export always holds.
  const points = file.reviews.map(({ id }) => id).filter((id) => id.includes('/'))
  for (const id of points) names.set(id, (names.get(stemOf(id)) ?? stemOf(id)) + id.slice(26))
  await settle('reviews', points)
  await settle(
    'reports',
    file.reports.map(({ id }) => id),
  )
  await settleRevisions()

  async function settleRevisions() {
    const all = file.interviews.flatMap(({ id, items }) =>
      items.flatMap(({ revisions }) => revisions.map((each) => ({ id: each.id, interview: id }))),
    )
    const owners = await ownersOf(
      tx,
      'revisions',
      all.map(({ id }) => id),
    )
    for (const { id, interview } of all) {
      const owner = owners.get(id)
      if (owner !== undefined && owner !== names.get(interview)) names.set(id, nameFor(userId, id))
    }
  }

  return { of: (id) => names.get(id) ?? id, isHere: (id) => here.has(id) }
}

function stemOf(id: string): string {
  return id.slice(0, 26)
}

/** Another id of the same moment. */
function nameFor(userId: string, id: string): string {
  return derivedId(timeOf(id), `import/${userId}/${id}`) + id.slice(26)
}

/** The moment in a ULID: 48 bits in Crockford's base 32. */
export function timeOf(id: string): Date {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const time = Array.from(id.slice(0, 10), (digit) => digits.indexOf(digit))
  return new Date(time.reduce((sum, digit) => sum * 32 + digit, 0))
}
