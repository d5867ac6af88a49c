import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { isDatabaseAway, isRetriable, isTooSlow } from '#lib/db/failure.ts'
import { findRevision } from '#lib/db/interview.ts'
import { transaction } from '#lib/db/transaction.ts'
import { createGuest } from '#lib/db/user.ts'
import { createInterview, drawInterview } from '#lib/study/create-interview.ts'
import { startInput } from '#lib/study/interview-entry.ts'
import { openInterview } from '#lib/study/open-interview.ts'
import { saveResponse } from '#lib/study/save-response.ts'
import { type Copy, openSheet, type Outcome, type Revision, type Sheet } from './sheet.ts'

// The sheet of the browser against the verb of the server and a real PostgreSQL: two devices with two
// tabs each, typing, losing the network and replies, and being reloaded, in any order.

const RUNS = faultSize(200, 5_000)

type Tab = {
  device: number
  name: string
  sheet: Sheet
  /** what its network does with the next request: all well, not sent, or its reply lost */
  network: 'up' | 'down' | 'deaf'
}

type Step =
  | { do: 'type' | 'pause' | 'reload' | 'look' | 'mine' | 'theirs'; tab: number }
  | { do: 'network'; tab: number; is: Tab['network'] }

const tabs = fc.integer({ min: 0, max: 3 })
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('type' as const), tab: tabs }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('pause' as const), tab: tabs }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constantFrom('reload' as const, 'look' as const, 'mine' as const, 'theirs' as const),
        tab: tabs,
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('network' as const),
        tab: tabs,
        is: fc.constantFrom('up' as const, 'down' as const, 'deaf' as const),
      }),
    },
  ),
  { minLength: 4, maxLength: 14 },
)

let user: string

beforeAll(async () => {
  user = (await createGuest(randomUUID())).id
})

async function interview(): Promise<string> {
  const input = startInput.parse({ id: ulid(), blueprint: '1.length~1_forms~written', seed: 1 })
  const drawn = await drawInterview(user, input)
  if ('shortage' in drawn) throw new Error('the bank is too small for this test')
  return (await again(() => createInterview(user, drawn.start)))!
}

const timeout = () => Object.assign(new Error('canceling statement'), { code: '57014' })

const value = (text: string) => ({ response: text, confidence: null })

/** The server's side of a request. */
async function send(id: string, revision: Revision): Promise<Outcome> {
  const outcome = await saveResponse(user, id, revision)
  if ('saved' in outcome) return outcome.saved
  if ('conflict' in outcome) return { current: outcome.conflict }
  return { refused: outcome.refused, message: '' }
}

/** What a browser sees of it: where the database stands still no reply comes, stored or not. */
async function asSeen(reply: Promise<Outcome>): Promise<Outcome> {
  return reply.catch((error: unknown) => {
    if (isStandstill(error)) return 'away'
    throw error
  })
}

/** What is answered with 503 (lib/answer.ts): asked again, it may go well. */
function isStandstill(error: unknown): boolean {
  return isDatabaseAway(error) || isRetriable(error) || isTooSlow(error)
}

/** As a reader does whose page could not be loaded. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === 20 || !isStandstill(error)) throw error
    }
  }
}

async function stored(id: string) {
  const { screens } = (await again(() => openInterview(user, id)))!
  const { seq, value: newest } = screens[0]!
  return { seq, value: newest ?? value('') }
}

/** The number under which a revision was stored; 0 if it was not. */
async function seqOf(revision: Revision): Promise<number> {
  const row = await again(() => transaction((tx) => findRevision(tx, revision.id)))
  return row?.seq ?? 0
}

/** Runs a sequence. @returns every word that was typed, and where each can be found at the end */
async function run(sequence: readonly Step[], sendBy: typeof send) {
  const id = await interview()
  const storages = [new Map<string, Copy>(), new Map<string, Copy>()]
  const typed: string[] = []
  const overwritten: string[] = []
  const waiting = new Map<Tab, () => void>()

  async function open(tab: Tab, isReload: boolean) {
    const storage = storages[tab.device]!
    const copies = isReload ? [...storage].filter(([name]) => name === tab.name) : []
    const seen = await stored(id)
    tab.sheet = openSheet(
      0,
      seen,
      copies.map(([, copy]) => structuredClone(copy)),
      {
        tab: tab.name,
        newId: () => ulid(),
        async send(revision) {
          if (tab.network === 'down') return 'away'
          const before = await stored(id)
          const outcome = await asSeen(sendBy(id, revision))
          const isNew = (await seqOf(revision)) > before.seq
          if (isNew && revision.base !== before.seq) overwritten.push(String(before.value.response))
          return tab.network === 'deaf' ? 'away' : outcome
        },
        keep(copy) {
          if (copy) storage.set(tab.name, structuredClone(copy))
          else storage.delete(tab.name)
        },
        wait(_ms, then) {
          waiting.set(tab, then)
          return () => void waiting.delete(tab)
        },
        changed() {},
      },
    )
  }

  const all: Tab[] = [0, 0, 1, 1].map((device, nth) => ({
    device,
    name: `tab-${nth}`,
    network: 'up',
    sheet: undefined as unknown as Sheet,
  }))
  for (const tab of all) await open(tab, false)

  for (const step of sequence) {
    const tab = all[step.tab]!
    const { other } = tab.sheet.state()
    if (step.do === 'network') tab.network = step.is
    else if (step.do === 'type') {
      const word = `w${typed.length}`
      typed.push(word)
      tab.sheet.edit(value(`${String(tab.sheet.state().value.response)} ${word}`.trim()))
    } else if (step.do === 'pause') await tab.sheet.save()
    else if (step.do === 'reload') {
      tab.sheet.stop()
      await open(tab, true)
    } else if (step.do === 'look') tab.sheet.meet(await stored(id))
    else if (other !== null) {
      const both = `${String(tab.sheet.state().value.response)} ${String(other.response)}`
      tab.sheet.settle(
        step.do === 'mine' ? value(both) : value(both.split(' ').toSorted().join(' ')),
      )
    }
  }
  return { id, all, typed, overwritten }
}

/** Every network is well again, every sheet is saved, and its reader keeps both texts of a conflict. */
async function comeToRest(all: readonly Tab[]) {
  for (let round = 0; round < 40; round++) {
    for (const tab of all) {
      tab.network = 'up'
      const { other, value: mine } = tab.sheet.state()
      if (other) tab.sheet.settle(value(`${String(mine.response)} ${String(other.response)}`))
      await tab.sheet.save()
    }
    if (all.every(({ sheet }) => sheet.isSaved() && sheet.state().other === null)) return
  }
  throw new Error('it does not come to rest')
}

/** @returns what was overwritten unseen, and which words are nowhere, when all has come to rest */
async function outcomeOf(sequence: readonly Step[], sendBy: typeof send) {
  const { id, all, typed, overwritten } = await run(sequence, sendBy)
  await comeToRest(all)
  const words = String((await stored(id)).value.response).split(' ')
  return { overwritten, lost: typed.filter((word) => !words.includes(word)) }
}

const nothing = { overwritten: [], lost: [] }

describe(`R6: ${RUNS} sequences on two devices with two tabs each`, () => {
  test(
    `R6: in ${RUNS} sequences no newer text is overwritten by an older one, and no word is lost`,
    { timeout: 1_500 * RUNS },
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (sequence) => {
          expect(await outcomeOf(sequence, send)).toEqual(nothing)
        }),
        { numRuns: RUNS },
      )
    },
  )

  test('a time-out of the database is a reply that is lost, whether it was stored or not', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        let sent = 0
        const slow: typeof send = async (id, revision) => {
          const turn = sent++ % 3
          if (turn === 0) throw timeout()
          const outcome = await send(id, revision)
          if (turn === 1) throw timeout()
          return outcome
        }
        expect(await outcomeOf(sequence, slow)).toEqual(nothing)
      }),
      { numRuns: 20 },
    )
  })

  test('the control: any other error is no lost reply, and fails the test', async () => {
    const broken: typeof send = () => Promise.reject(new TypeError('a bug'))
    await expect(
      run(
        [
          { do: 'type', tab: 0 },
          { do: 'pause', tab: 0 },
        ],
        broken,
      ),
    ).rejects.toThrow('a bug')
  })

  test('the control: a server that takes whatever comes last is caught by the same test', async () => {
    const careless: typeof send = async (id, revision) => {
      const { seq } = await stored(id)
      return send(id, { ...revision, base: seq })
    }
    const race: Step[] = [
      { do: 'type', tab: 0 },
      { do: 'type', tab: 2 },
      { do: 'pause', tab: 0 },
      { do: 'pause', tab: 2 },
    ]
    const { overwritten } = await run(race, careless)
    expect(overwritten).toEqual(['w0'])
  })
})

test('R6: a lost receipt is no conflict with oneself', async () => {
  const { all } = await run(
    [
      { do: 'type', tab: 0 },
      { do: 'network', tab: 0, is: 'deaf' },
      { do: 'pause', tab: 0 },
      { do: 'type', tab: 0 },
      { do: 'reload', tab: 0 },
      { do: 'network', tab: 0, is: 'up' },
      { do: 'pause', tab: 0 },
    ],
    send,
  )
  expect(all[0]!.sheet.state()).toMatchObject({
    value: value('w0 w1'),
    status: 'saved',
    other: null,
  })
})

test('R6: what several tabs left behind is put before the reader, one by one', async () => {
  const id = await interview()
  const copies = ['one', 'two', 'three'].map((text): Copy => ({
    base: 0,
    value: value(text),
    sent: null,
    others: [],
  }))
  const kept: (Copy | null)[] = []
  const sheet = openSheet(0, await stored(id), copies, {
    tab: 'next',
    newId: () => ulid(),
    send: (revision) => send(id, revision),
    keep: (copy) => void kept.push(structuredClone(copy)),
    wait: () => () => {},
    changed() {},
  })
  await sheet.save()
  expect(sheet.state()).toMatchObject({ value: value('one'), other: value('two') })
  expect(kept.at(-1)).toMatchObject({ others: [value('two'), value('three')] })
  sheet.settle(value('one two'))
  await expect.poll(() => sheet.state().other).toEqual(value('three'))
  sheet.settle(value('one two three'))
  await expect.poll(() => sheet.state().status).toBe('saved')
  expect(await stored(id)).toEqual({ seq: 3, value: value('one two three') })
  expect(kept.at(-1)).toBeNull()
})
