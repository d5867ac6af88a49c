import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { anyPlace, fitting, HOSTILE, hostileParts, RAW, spoil, spoilt } from './from-schema.ts'
import { letter } from './letter.ts'
import { type Listed, openSite, type Reply, send } from './site.ts'
import { type Role, type Somebody, somebody } from './somebody.ts'
import { type Ask, NAMES, specimens, type Wanted } from './specimens.ts'
import { forgetEverybody, forgetTries, type Snapshot, snapshot } from './tables.ts'

/*
 * Bad input, made from the shape that each route says it takes, and from a request that is right. Never 5xx, never
 * slow, and what is refused has changed no row of any table.
 */

export const CASES = faultSize(100, 50_000)
/** So many are made at once; after them everybody is somebody else, and the tables, each looked at as a whole, small. */
const BATCH = 500
/** No answer takes longer, in ms: the best of three, since the machine may be busy with something else. */
const LONGEST = 1_000
/** The same on every change, so that nothing fails by chance that did not a moment ago; new before a release. */
const SEED = Number(process.env['FUZZ_SEED'] ?? faultSize(20261130, Date.now() % 2 ** 30))

/** For one route, in ms. */
const PATIENCE = 120_000 + CASES * 900

/** After it whoever asked is somebody else, or has another password. */
const ENDING = new Set(['me.delete', 'account.change-password', 'sessions.end'])

/** Answers 503 by design: this installation sends no mail. */
const DELIBERATE = new Set(['account.forgot'])

/**
 * Of each route that many cases, and the control. Two files share them, so that both cores are used.
 * @param part of the routes, from 0
 */
export function tryRoutes(part: number, parts: number) {
  let site: Awaited<ReturnType<typeof openSite>>
  let sent = 0
  const names = NAMES.filter((_, nth) => nth % parts === part)
  beforeAll(async () => void (site = await openSite()))
  afterAll(async () => {
    process.stdout.write(`S1: ${CASES} cases for each of ${names.length} routes, ${sent} sent\n`)
    await site.close()
  })

  test.each(names)(
    `%s, from seed ${SEED}`,
    async (name) => {
      const trial = makeTrial(site.routes, name)
      const cases = caseOf(trial.route)
      for (let from = 0; from < CASES; from += BATCH) {
        if (from > 0) await forgetAll()
        await trial.begin()
        const numRuns = Math.min(BATCH, CASES - from)
        for (const each of fc.sample(cases, { numRuns, seed: SEED + from })) await trial.run(each)
        await trial.end()
      }
      // Refused for how often is not refused for what: the shape would not have been looked at.
      expect(trial.tooMany(), 'refused as too many').toBe(0)
      sent += trial.sent()
    },
    PATIENCE,
  )

  test('the control: a write by a refused request is seen', async () => {
    const before = await snapshot()
    const guest = await somebody('guest')
    expect(await snapshot()).not.toEqual(before)
    const between = await snapshot()
    const draft = site.routes.find(({ entry }) => entry.name === 'drafts.save')!
    const written = () =>
      send(draft, guest, { params: { id: 'reg-0001' }, body: { base: 0, text: 'x' } })
    expect(await countWrites(written)).toBeGreaterThan(0)
    expect(await snapshot()).not.toEqual(between)
  })
}

async function forgetAll() {
  await forgetEverybody()
  await forgetTries()
}

type Case = {
  params: Record<string, string>
  query: Record<string, string>
  body?: unknown
  raw?: { raw: BodyInit; type?: string }
  /** a part of the right body in another's place */
  near?: Near
  headers: Record<string, string>
}

type Near = { place: number; part: unknown; how: string }

function caseOf({ entry, path }: Listed): fc.Arbitrary<Case> {
  const right = fc.constant(null)
  const bad = fc.constantFrom(...HOSTILE).map((value) => String(plainly(value)).slice(0, 3_000))
  const params = Object.fromEntries(
    [...path.matchAll(/\[(\w+)\]/g)].map(([, key]) => [
      key!,
      fc.oneof({ weight: 3, arbitrary: right }, bad),
    ]),
  )
  const query = entry.query
    ? fc.oneof(
        fitting(entry.query) as fc.Arbitrary<Record<string, unknown>>,
        fc.dictionary(fc.constantFrom(...keysOf(entry), '__proto__', 'x'), bad, { maxKeys: 3 }),
      )
    : fc.constant({})
  const body = entry.body ? bodyOf(entry.body) : fc.constant({})
  return fc
    .record({ params: fc.record(params), query, body, headers: HEADERS })
    .map(({ params: parts, query: asked, body: sent, headers }) => ({
      params: parts as Record<string, string>,
      query: Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, String(value)])),
      ...(sent as object),
      headers,
    }))
}

function bodyOf(form: NonNullable<Listed['entry']['body']>): fc.Arbitrary<object> {
  const fits = fitting(form)
  return fc.oneof(
    { weight: 2, arbitrary: fits.map((body) => ({ body })) },
    { weight: 3, arbitrary: fits.chain(spoilt).map((body) => ({ body })) },
    { weight: 4, arbitrary: hostileParts.map((near) => ({ near })) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE).map((body) => ({ body })) },
    { weight: 2, arbitrary: fc.constantFrom(...RAW).map((raw) => ({ raw })) },
  )
}

/** What a stranger may claim of themselves. */
const HEADERS = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  fc.constantFrom<Record<string, string>>(
    { origin: 'null' },
    { origin: 'http://evil.example' },
    { origin: 'x:y' },
    { 'content-length': '-1' },
    { accept: '*/*;q=\u00ff' },
    { 'accept-language': 'x'.repeat(2_000) },
  ),
)

function keysOf({ query }: Listed['entry']): string[] {
  const shape = (query as { shape?: object } | null)?.shape
  return Object.keys(shape ?? {})
}

function plainly(value: unknown): unknown {
  return typeof value === 'object' ? JSON.stringify(value) : value
}

/** Sends the cases of one route, and judges what comes back. */
function makeTrial(routes: readonly Listed[], name: string) {
  const named = (other: string) => routes.find(({ entry }) => entry.name === other)!
  const route = named(name)
  let person: Somebody
  let right: Required<Pick<Wanted, 'params' | 'body'>>
  let before: Snapshot
  async function begin() {
    person = await somebody(roleFor(name))
    right = { params: {}, body: {}, ...(await specimens[name]!.make(ask, letter)) }
    before = await snapshot()
  }
  const ask: Ask = async (other, wanted) => (await send(named(other), person, wanted)).json
  function attack({ params, query, body, raw, near, headers }: Case, nth: number): Promise<Reply> {
    const parts = Object.entries(params).map(([key, value]) => [
      key,
      value ?? right.params[key] ?? '',
    ])
    return send(route, person, {
      params: Object.fromEntries(parts),
      query,
      ...(raw ? { raw: raw.raw } : { body: near ? spoiltNear(right.body, near) : body }),
      headers: {
        // From everywhere: what is tried here is not how often.
        'x-forwarded-for': `10.${(nth >> 16) % 256}.${(nth >> 8) % 256}.${nth % 256}`,
        ...(raw?.type !== undefined && { 'content-type': raw.type }),
        ...headers,
      },
    })
  }
  let nth = 0
  let refusedAsTooMany = 0
  /** What changed nothing would change nothing again: a route that takes little has few cases that differ. */
  const known = new Set<string>()
  return {
    route,
    tooMany: () => refusedAsTooMany,
    sent: () => nth,
    begin,
    async run(each: Case) {
      const key = JSON.stringify(each)
      if (known.has(key)) return
      const said = () => `${name} ${key.slice(0, 500)}`
      let reply: Reply | undefined
      const writes = await countWrites(async () => void (reply = await attack(each, ++nth)))
      const { status, text, headers } = reply!
      if (status === 429) refusedAsTooMany++
      if (status >= 400 || !route.entry.writes) known.add(key)
      expect(status, `${said()}\n${text.slice(0, 300)}`).toBeLessThan(
        DELIBERATE.has(name) ? 504 : 500,
      )
      for (let again = 0; again < 2 && reply!.ms > LONGEST; again++) reply = await attack(each, nth)
      expect(reply!.ms, said()).toBeLessThan(LONGEST)
      if (status >= 400) {
        const { error } = JSON.parse(text)
        expect(error.message, said()).toMatch(/^\S.*[.!?]$/s)
        expect(text).not.toMatch(/\bat .*\(|node_modules|prisma/i)
        if (writes > 0) expect(await snapshot(), said()).toEqual(before)
      } else if (headers.get('content-type')?.startsWith('text/event-stream')) {
        throw new Error('a stream that nobody ends')
      } else if (ENDING.has(name)) await begin()
      else if (writes > 0) before = await snapshot()
    },
    /** Also what `countWrites` might not have seen. */
    async end() {
      expect(await snapshot()).toEqual(before)
      expect(Object.prototype).not.toHaveProperty('isAdmin')
    },
  }
}

/** Who may ask for it. */
function roleFor(name: string): Role {
  if (name.startsWith('people.')) return 'admin'
  return name.startsWith('write.') ? 'author' : 'reader'
}

function spoiltNear(body: unknown, { place, part, how }: Near): unknown {
  return spoil(body, anyPlace(body, place), part, how)
}

/** Statements that may write, sent to the database while `work` runs; limits are counted for anybody. */
async function countWrites(work: () => Promise<unknown>): Promise<number> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  try {
    await work()
    return spy.mock.calls.filter(([query]) => {
      const sql = typeof query === 'string' ? query : (query as { text?: string }).text
      return /^\s*(insert|update|delete|with)\b/i.test(sql ?? '') && !/\blimits\b/.test(sql ?? '')
    }).length
  } finally {
    spy.mockRestore()
  }
}
