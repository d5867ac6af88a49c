import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '#lib/db/client.ts'
import { makePace } from './pace.ts'

// A real PostgreSQL: what several instances share.

const MOST = 300 // of `heavy`, for one reader in a minute
const SHARE = 15

test('of three instances no more get through than the limit, and hardly fewer', async () => {
  const reader = randomUUID()
  const instances = [makePace(), makePace(), makePace()]
  const waits: (number | null)[] = []
  for (let round = 0; round < 40; round++)
    waits.push(
      ...(await Promise.all(
        Array.from({ length: 12 }, (_, nth) =>
          instances[nth % 3]!.requests('heavy', reader, randomUUID()),
        ),
      )),
    )
  const passed = waits.filter((wait) => wait === null).length
  expect(passed).toBeLessThanOrEqual(MOST)
  expect(passed).toBeGreaterThanOrEqual(MOST - 2 * SHARE)
  for (const wait of waits) if (wait !== null) expect(wait).toBeGreaterThan(0)
  // Nobody else is held up by it.
  expect(await instances[0]!.requests('heavy', randomUUID(), randomUUID())).toBeNull()
})

test('a reader asks the database once in a share of their requests', async () => {
  const pace = makePace()
  const [reader, address] = [randomUUID(), randomUUID()]
  const before = await rows()
  for (let nth = 0; nth < SHARE; nth++) await pace.requests('heavy', reader, address)
  const after = await rows()
  // One count for the reader and one for the address, the first of which is used up.
  expect(after.filter(({ key }) => !before.some((row) => row.key === key))).toEqual([
    expect.objectContaining({ hits: expect.any(Number) }),
    expect.objectContaining({ hits: expect.any(Number) }),
  ])
  expect(after.map(({ hits }) => hits)).toEqual(expect.arrayContaining([SHARE, 10 * SHARE]))
})

test('when the window is over it begins anew, by the clock of the instance and of the database', async () => {
  let now = 0
  const pace = makePace(() => now)
  const reader = randomUUID()
  for (let nth = 0; nth < MOST; nth++) expect(await pace.requests('heavy', reader, null)).toBeNull()
  const wait = (await pace.requests('heavy', reader, null))!
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect(await pace.requests('heavy', reader, null)).toBe(wait)
  now = 61_000
  expect(await pace.requests('heavy', reader, null)).not.toBeNull()
  await db().$executeRaw`update limits set until = now() - interval '1 second'`
  now = 122_000
  expect(await pace.requests('heavy', reader, null)).toBeNull()
})

test('from one address as many as from ten readers; neither is kept by name', async () => {
  const pace = makePace()
  const address = randomUUID()
  const waits: (number | null)[] = []
  for (let nth = 0; nth <= 10 * MOST; nth++)
    waits.push(await pace.requests('heavy', `${nth % 40} ${address}`, address))
  expect(waits.filter((wait) => wait === null)).toHaveLength(10 * MOST)
  expect(JSON.stringify(await rows())).not.toContain(address)
})

test('an import ten times a minute for one reader, and thirty times from one address', async () => {
  const pace = makePace()
  const [reader, address] = [randomUUID(), randomUUID()]
  const passed = async (most: number, actor: () => string | null, from: () => string) => {
    let count = 0
    for (let nth = 0; nth < most; nth++)
      if ((await pace.requests('import', actor(), from())) === null) count++
    return count
  }
  expect(await passed(20, () => reader, randomUUID)).toBe(10)
  expect(
    await passed(
      50,
      () => null,
      () => address,
    ),
  ).toBe(30)
})

function rows() {
  return db().limit.findMany()
}
