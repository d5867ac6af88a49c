import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pace } from '#lib/auth/pace.ts'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { failing, type Kind, KINDS } from './failing-query.ts'
import { prepare } from './prepare.ts'
import { openSite, send } from './site.ts'
import { somebody } from './somebody.ts'
import { specimens } from './specimens.ts'
import { forgetEverybody, forgetTries, type Snapshot, snapshot } from './tables.ts'

// More imports than one address may make in a minute; that limit has its own test.
const { requests } = pace
vi.spyOn(pace, 'requests').mockImplementation(async (kind, ...who) =>
  kind === 'import' ? null : requests(kind, ...who),
)

// R4: the n-th statement fails, for each n until there is none, in every route that writes. What is refused
// has left nothing behind; the sentence is plain; sent again it ends as if nothing had happened.

vi.mock('next/headers', () => import('./next-headers.ts'))
vi.mock('@node-rs/argon2', () => import('./quick-argon2.ts'))
// What fails on purpose need not be read about.
vi.stubGlobal('ridgelineLog', { error: () => {} })

/** Ways to fail at each statement: one in turn, or all. A commit whose answer is lost is always among them. */
const WAYS = faultSize(1, KINDS.length)

/** For one route, in ms. */
const PATIENCE = faultSize(120_000, 1_800_000)

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())
beforeEach(forgetEverybody)

/** Write only files, or nothing, or are tried where there is nobody yet (lib/auth/roles.test.ts). */
const ELSEWHERE = [
  'account.forgot',
  'kinds.grade',
  'people.first-admin',
  'write.fix',
  'write.grade',
]
/** What an answer that was lost has made of the same request: it is done, and cannot be done again. */
const DONE: Record<string, number> = {
  'account.change-password': 403,
  'account.confirm': 410,
  'account.reset': 410,
  'account.sign-up': 409,
  'me.delete': 404,
  'sessions.end': 404,
}

const NAMES = Object.keys(specimens).filter(
  (name) =>
    (specimens[name]!.method !== 'GET' || name.startsWith('export.')) && !ELSEWHERE.includes(name),
)
let points = 0

describe('R4: each statement of each route that writes fails in turn', () => {
  test.each(NAMES)(
    '%s: whichever statement fails, all or nothing',
    async (name) => {
      const clean = await attempt(name, 'error', 0)
      expect(clean.reply.status, clean.reply.text).toBeLessThan(300)
      const whole = change(clean.before, clean.after)
      expect(clean.statements.length).toBeGreaterThan(0)
      for (const [index, sql] of clean.statements.entries()) {
        const turn = index + NAMES.indexOf(name)
        const ways = Array.from({ length: WAYS }, (_, nth) => KINDS[(turn + nth) % KINDS.length]!)
        if (/^commit/i.test(sql)) ways.push('lost')
        for (const kind of new Set(ways)) await judge(name, kind, index + 1, whole)
      }
    },
    PATIENCE,
  )

  test('there were enough places to fail at', () => {
    expect(points).toBeGreaterThan(NAMES.length * 5)
    process.stdout.write(`R4: ${points} injected failures in ${NAMES.length} routes\n`)
  })

  test('the control: half a write is seen', async () => {
    // The two statements of a route, without the transaction around them.
    const before = await snapshot()
    const { id } = await somebody('reader')
    const after = await snapshot()
    expect(id).not.toBeNull()
    expect(change(before, after)).toEqual({ users: 1, sessions: 1, credentials: 1 })
  })
})

async function judge(name: string, kind: Kind, nth: number, whole: Changes) {
  const place = `${name}, statement ${nth}, ${kind}`
  const { reply, before, after, again, hasFailed } = await attempt(name, kind, nth)
  // Fewer statements than in the clean run: what an instance counts ahead was counted before.
  if (!hasFailed) return
  points++
  const made = change(before, after)
  const isLost = kind === 'lost'
  if (reply.status < 300) expect(made, place).toEqual(whole)
  else {
    expect([500, 503], `${place}: ${reply.text}`).toContain(reply.status)
    expect(reply.json, place).toMatchObject({ error: { message: expect.stringMatching(PLAIN) } })
    expect(reply.status === 503, place).toBe(kind !== 'error')
    if (reply.status === 503) expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(reply.text, place).not.toMatch(/injected|\bat .*\(|node_modules|prisma/i)
    if (!isLost || Object.keys(made).length > 0) expect(made, place).toEqual(isLost ? whole : {})
  }
  const second = await again()
  const isDone = Object.keys(made).length > 0
  if (isDone && name in DONE) expect(second.reply.status, place).toBe(DONE[name])
  else expect(second.reply.status, `${place}: ${second.reply.text}`).toBeLessThan(300)
  const { audit: lines, ...rows } = change(before, second.after)
  const { audit: wanted, ...wholeRows } = whole
  expect(rows, place).toEqual(wholeRows)
  // Who asks twice is written down twice.
  expect(Number(lines ?? 0), place).toBeGreaterThanOrEqual(Number(wanted ?? 0))
}

const PLAIN = /^[A-Z].*\.$/

/** Sends a right request of somebody new, with a failure in it, and once more without. */
async function attempt(name: string, kind: Kind, nth: number) {
  await forgetTries()
  const { route, person, wanted } = await prepare(site, name)
  const before = await snapshot()
  const { said, statements, hasFailed } = await failing(kind, nth, () =>
    send(route, person, wanted),
  )
  const after = await snapshot()
  const again = async () => ({
    reply: await send(route, person, wanted),
    after: await snapshot(),
  })
  return { reply: said, statements, hasFailed, before, after, again }
}

type Changes = Record<string, number | 'changed'>

/** Of each table that is not as it was, how many rows came or went. */
function change(before: Snapshot, after: Snapshot): Changes {
  const rows = (text: string | undefined) => Number.parseInt(text ?? '0', 10)
  return Object.fromEntries(
    Object.keys(after)
      // A question as it was is kept once, by whoever answers it first.
      .filter((table) => table !== 'content_versions' && before[table] !== after[table])
      .map((table) => [table, rows(after[table]) - rows(before[table]) || 'changed']),
  )
}
