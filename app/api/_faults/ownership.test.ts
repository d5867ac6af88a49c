import { ulid } from 'ulid'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { exportEverything } from '#lib/study/export-everything.ts'
import { letter } from './letter.ts'
import { type Listed, openSite, type Reply, send } from './site.ts'
import { ROLES, type Somebody, somebody } from './somebody.ts'
import {
  answerEntry,
  type Ask,
  CANARY,
  grade,
  NAMES,
  rubricEntry,
  specimens,
  type Wanted,
} from './specimens.ts'

// S2: every route, with somebody else's ids in its path and its body, by everybody. What is refused reads
// as if it were not there; nothing of the owner's comes back, and nothing of theirs changes.

vi.mock('next/headers', () => import('./next-headers.ts'))
vi.mock('@node-rs/argon2', () => import('./quick-argon2.ts'))

let site: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => void (site = await openSite()))
afterAll(() => site.close())

const named = (name: string): Listed => site.routes.find(({ entry }) => entry.name === name)!

/** Through the routes, as this person; a refusal is a mistake in the test. */
function as(person: Somebody): Ask {
  return async (name, wanted) => {
    const reply = await send(named(name), person, wanted)
    if (reply.status >= 400) throw new Error(`${name}: ${reply.status} ${reply.text}`)
    return reply.json
  }
}

/** Of a refusal what may differ is the id that was asked for. */
function words({ status, text }: Reply, wanted: Wanted): string {
  const ids = JSON.stringify(wanted).match(/[0-7][0-9A-HJKMNP-TV-Z]{25}/g) ?? []
  return `${status} ${ids.reduce((rest, id) => rest.replaceAll(id, 'ID'), text)}`
}

describe('S2: each route with somebody else’s ids in its address', () => {
  test.each(NAMES)('%s: nobody gets at what is somebody else’s', async (name) => {
    const { make, owned, shows } = specimens[name]!
    const owner = await somebody('reader')
    const wanted = await make(as(owner), letter)
    // The control: its owner is answered, with what they wrote.
    const isAnswered = async () => {
      const own = await send(named(name), owner, wanted)
      expect(own.status < 300, own.text).toBe(!(name in REFUSED_HERE))
      if (shows) expect(own.text).toContain(CANARY)
    }
    // What ends with it is asked for by its owner last.
    const isLast = name === 'me.delete' || name === 'sessions.end'
    if (!isLast) await isAnswered()
    const before = await exportEverything(owner.id!, new Date(0))
    for (const role of ROLES) {
      const other = await somebody(role)
      const reply = await send(named(name), other, wanted)
      expect(reply.status, `${role}: ${reply.text}`).toBeLessThan(name in DELIBERATE ? 600 : 500)
      expect(await exportEverything(owner.id!, new Date(0)), role).toEqual(before)
      if (specimens[name]!.method === 'GET') expect(reply.text, role).not.toContain(CANARY)
      if (!owned) continue
      expect(reply.status, role).toBe(404)
      const [param] = Object.keys(wanted.params!) as [string]
      const nowhere = { ...wanted, params: { [param]: NOWHERE[param] ?? ulid() } }
      const missing = await send(named(name), other, nowhere)
      expect(words(reply, wanted)).toBe(words(missing, nowhere))
    }
    if (isLast) await isAnswered()
  })
})

const SIGN_IN_FIRST = [
  'account.change-password',
  'people.first-admin',
  'services.unlink',
  'sessions.end-others',
]

/** What names nothing, where that is no ULID. */
const NOWHERE: Record<string, string> = { name: 'nobody-is-signed-in---' }

/** Answers 503 by design: this installation sends no mail, and has not applied its migrations itself. */
const DELIBERATE: Record<string, string> = { 'account.forgot': 'no mail here' }

/** Of those the right request is refused here, for the reason that is given. */
const REFUSED_HERE: Record<string, string> = {
  metrics: 'no token is set',
  'account.forgot': 'no mail here',
  'people.first-admin': 'such a token is printed once, at the start',
  'people.list': 'it is for administrators',
  'people.set-role': 'it is for administrators',
  'write.changes': 'files are watched where they are edited',
  'write.fix': 'files are changed where they are edited',
  'write.grade': 'it is for authors',
}

/** Ids of somebody else's in a body: what they point at is not there. */
const THEFTS: [string, string, (stolen: Stolen) => Wanted][] = [
  [
    'an answer’s id, to read it',
    'attempts.submit',
    ({ answer }) => batch(answerEntry(answer, 'x')),
  ],
  ['an answer to be quoted', 'attempts.submit', ({ answer }) => batch(rubricEntry(answer))],
  [
    'an answer’s id behind one of their own',
    'attempts.submit',
    ({ answer }) => batch(answerEntry(), answerEntry(answer, 'x')),
  ],
  ['a rubric, to grade by it', 'reviews.record', ({ rubric }) => lines({ attemptId: rubric })],
  ['a review’s id, to read its card', 'reviews.record', ({ review }) => lines({ id: review })],
  [
    'a review, to take it back',
    'reviews.record',
    ({ review }) => ({
      body: {
        reviews: [{ id: ulid(), questionId: 'reg-0001', event: 'undone', undoes: review }],
      },
    }),
  ],
  [
    'an interview’s id, for one of their own',
    'interviews.start',
    ({ interview }) => ({ body: { id: interview, blueprint: '1.length~2', seed: 7 } }),
  ],
  [
    'a report’s id',
    'reports.add',
    ({ report }) => {
      const { params, body } = specimens['reports.add']!.make(noAsk, letter) as Wanted
      return { params: params!, body: { ...(body as object), id: report } }
    },
  ],
]

type Stolen = { answer: string; rubric: string; review: string; interview: string; report: string }

describe('S2: somebody else’s ids in a body', () => {
  test.each(THEFTS)('%s (%s)', async (_, name, wantedOf) => {
    const owner = await somebody('reader')
    const stolen = await everything(as(owner))
    const before = await exportEverything(owner.id!, new Date(0))
    for (const role of ROLES) {
      const other = await somebody(role)
      const wanted = wantedOf(stolen)
      const reply = await send(named(name), other, wanted)
      expect([400, 404], `${role}: ${reply.text}`).toContain(reply.status)
      expect(reply.text).not.toContain(CANARY)
      expect(await exportEverything(owner.id!, new Date(0)), role).toEqual(before)
      if (other.id !== null) {
        const got = await exportEverything(other.id, new Date(0))
        for (const list of ['attempts', 'reviews', 'interviews', 'reports'] as const)
          expect(got![list], `${role}: ${list}`).toEqual([])
      }
    }
  })
})

async function everything(ask: Ask): Promise<Stolen> {
  const [answer, rubric, review, interview] = [ulid(), ulid(), ulid(), ulid()]
  await ask('attempts.submit', batch(answerEntry(answer), rubricEntry(answer, rubric)))
  await ask('reviews.record', lines({ id: review, attemptId: rubric }))
  await ask('interviews.start', { body: { id: interview, blueprint: '1.length~2', seed: 7 } })
  const report = (await specimens['reports.add']!.make(ask, letter)) as Wanted
  await ask('reports.add', report)
  return { answer, rubric, review, interview, report: (report.body as { id: string }).id }
}

const batch = (...attempts: object[]): Wanted => ({ body: { attempts } })
const lines = (more: object): Wanted => ({ body: { reviews: [grade(more)] } })
const noAsk: Ask = async () => null

describe('S2: roles', () => {
  // Where a refusal is not 404 (DECISIONS.md): there is nothing of anybody to hide.
  test('who has only to sign in is told so, at these addresses and no other', async () => {
    const told: string[] = []
    for (const name of NAMES)
      for (const role of ['anonymous', 'guest'] as const) {
        const owner = await somebody('reader')
        const wanted = await specimens[name]!.make(as(owner), letter)
        const { status } = await send(named(name), await somebody(role), wanted)
        if (status === 401) told.push(`${role} ${name}`)
      }
    expect(told).toEqual(SIGN_IN_FIRST.flatMap((name) => [`anonymous ${name}`, `guest ${name}`]))
  })

  test.each([
    ['anonymous', 403],
    ['guest', 403],
    ['reader', 403],
    ['author', 200],
    ['admin', 200],
  ] as const)('a draft’s key is for authors: %s gets %d', async (role, status) => {
    const wanted = { ...(await specimens['write.grade']!.make(noAsk, letter)) }
    const body = { ...(wanted.body as object), item: 'no-half', response: '0' }
    const reply = await send(named('write.grade'), await somebody(role), { ...wanted, body })
    expect(reply.status, reply.text).toBe(status)
  })
})
