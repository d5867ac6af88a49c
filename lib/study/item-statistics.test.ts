import { createHash, randomUUID } from 'node:crypto'
import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { sampleQuestion } from '#lib/content/sample-question.ts'
import { db } from '#lib/db/client.ts'
import { chosenRows, itemRows } from '#lib/db/item-statistics.ts'
import { createGuest } from '#lib/db/user.ts'
import { mostWrong } from './item-statistics.ts'

// A real PostgreSQL, shared with other tests: the question and its readers are this test's own.
const questionId = `test-${randomUUID()}`
const contentHash = createHash('sha256').update(questionId).digest('hex')

type Given = { item: string; kind: string; response: unknown; score: number; ms?: number }

async function reader(...given: Given[]) {
  const { id: userId } = await createGuest(randomUUID())
  await db().attempt.createMany({
    data: given.map(({ item, kind, response, score, ms = 0 }, nth) => ({
      id: ulid(),
      userId,
      questionId,
      itemId: `${questionId}/${item}`,
      kind,
      contentHash,
      response: response as never,
      elapsedMs: ms,
      grader: 'server' as const,
      scoreLow: score,
      scoreHigh: score,
      receivedAt: new Date(Date.UTC(2026, 0, 1, 0, nth)),
    })),
  })
}

test('counts first attempts, correlates them with the rest, and finds the slip that is made most', async () => {
  await db().contentVersion.create({ data: { hash: contentHash, questionId, question: {} } })
  // Scores of 12 readers at `which` and their mean elsewhere, of which the correlation is worked by hand.
  const which = [1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]
  const rest = [1, 1, 0.5, 1, 0.5, 1, 0, 0.5, 0, 0, 0.5, 0]
  for (const [nth, score] of which.entries())
    await reader(
      {
        item: 'which',
        kind: 'single',
        response: score === 1 ? 'a' : nth < 10 ? 'b' : 'c',
        score,
        ms: 1000 * (nth + 1),
      },
      { item: 'number', kind: 'numeric', response: '0.3', score: rest[nth]! },
      // A second attempt has seen the answer, and does not count.
      { item: 'which', kind: 'single', response: 'c', score: 0, ms: 1 },
    )
  const mine = (await itemRows()).find(({ itemId }) => itemId === `${questionId}/which`)!
  expect(mine).toMatchObject({ kind: 'single', n: 12, share: 0.5, compared: 12, medianMs: 6500 })
  expect(mine.discrimination).toBeCloseTo(correlation(which, rest), 12)

  const given = (await chosenRows()).filter(({ itemId }) => itemId === `${questionId}/which`)
  expect(given.map(({ chosen, times }) => [chosen, times])).toEqual([
    ['b', 4],
    ['c', 2],
  ])
  expect(mostWrong(sampleQuestion(), 'which', given)).toEqual({ text: 'The squared one', times: 4 })
  expect(mostWrong(sampleQuestion(), 'which', [{ ...given[0]!, chosen: 'a' }])).toBeNull()
})

/** Pearson's, from its definition. */
function correlation(x: number[], y: number[]): number {
  const mean = (list: number[]) => list.reduce((sum, each) => sum + each, 0) / list.length
  const of = (a: number[], b: number[]) =>
    mean(a.map((each, nth) => (each - mean(a)) * (b[nth]! - mean(b))))
  return of(x, y) / Math.sqrt(of(x, x) * of(y, y))
}
