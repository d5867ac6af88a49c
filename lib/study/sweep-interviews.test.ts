import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { db } from '#lib/db/client.ts'
import { sweepInterviews } from './sweep-interviews.ts'

test('what the timer does takes away links and sessions that are over, and no other', async () => {
  const userId = randomUUID()
  const [over, alive] = [new Date(Date.now() - 60_000), new Date(Date.now() + 600_000)]
  const names = { over: `over ${userId}`, alive: `alive ${userId}` }
  await db().user.create({ data: { id: userId } })
  for (const [when, expiresAt] of Object.entries({ over, alive })) {
    const id = names[when as keyof typeof names]
    await db().session.create({ data: { id, userId, expiresAt } })
    // Of an account that nobody confirmed: it belongs to no user, who could take it along when they go.
    const token = {
      hash: id,
      purpose: 'signUp',
      email: `${userId}@example.org`,
      expiresAt,
    } as const
    await db().oneTimeToken.create({ data: token })
  }
  const work = await timed()
  await work()
  const ids = { in: Object.values(names) }
  expect(await db().session.findMany({ where: { id: ids } })).toMatchObject([{ id: names.alive }])
  expect(await db().oneTimeToken.findMany({ where: { hash: ids } })).toMatchObject([
    { hash: names.alive },
  ])
})

/** What is done after 20 s, without anybody asking. */
async function timed(): Promise<() => Promise<void>> {
  vi.useFakeTimers()
  try {
    const done: (() => Promise<void>)[] = []
    sweepInterviews(async (work) => done.push(work))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(done).toHaveLength(1)
    return done[0]!
  } finally {
    vi.useRealTimers()
  }
}
