import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { ulid } from 'ulid'
import { beforeAll, describe, expect, test } from 'vitest'
import { questionById, type Question } from '#lib/content/questions.ts'
import { db } from '#lib/db/client.ts'
import { createGuest } from '#lib/db/user.ts'
import { concrete } from '#lib/quiz/grade/item.ts'
import { rightResponse } from '#lib/quiz/grade/right-response.ts'
import { attemptBatch, type AttemptEntry } from './attempt-entry.ts'
import { mergeGuest } from './merge-guest.ts'
import { openJournal } from './open-journal.ts'
import { saveDraft } from './save-draft.ts'
import { prepareAttempts } from './prepare-attempts.ts'
import { storeAttempts } from './store-attempts.ts'

// A real PostgreSQL and the real bank. Every test makes users of its own, so none needs cleaning up.

let question: Question

beforeAll(async () => {
  question = (await questionById('reg-0001'))!
})

async function guest(): Promise<string> {
  return (await createGuest(randomUUID())).id
}

async function account(): Promise<string> {
  const id = randomUUID()
  await db().user.create({ data: { id, email: `${id}@example.org` } })
  return id
}

async function submitAttempts(user: string, entries: AttemptEntry[]) {
  const graded = await prepareAttempts(user, entries)
  return 'refused' in graded ? graded : storeAttempts(user, graded.prepared)
}

function entry(item: string, response: unknown, more: Partial<AttemptEntry> = {}): AttemptEntry {
  const { contentHash } = question
  const sent = { id: ulid(), itemId: `reg-0001/${item}`, contentHash, response, ...more }
  return attemptBatch.parse({ attempts: [sent] }).attempts[0]!
}

function answer(text: string): AttemptEntry {
  return entry('answer', { text, skipped: false })
}

describe('submitting attempts', () => {
  test('an answer is stored with the version of the question that it answers', async () => {
    const user = await guest()
    const sent = answer('Lasso gives zeros.')
    expect(await submitAttempts(user, [sent])).toMatchObject({
      stored: [{ id: sent.id, item: 'answer', score: null }],
    })
    const version = await db().contentVersion.findUnique({ where: { hash: question.contentHash } })
    expect(version?.question).toMatchObject({ id: 'reg-0001', title: question.title })
    expect((await openJournal(user, 'reg-0001', new Date()))?.attempts).toHaveLength(1)
  })

  test('every item of the question can be answered right, and its key comes back only then', async () => {
    const user = await guest()
    for (const item of question.items.map((each) => concrete(each, 0))) {
      const response = rightResponse(item)
      expect(await submitAttempts(user, [entry(item.id, response)])).toMatchObject({
        stored: [{ kind: item.kind, score: { low: 1, high: 1 }, feedback: { why: item.why } }],
      })
    }
  })

  test.each(['1.lambda~99', '1.nonzeros~3', '2.lambda~0.7', { gap: 0 }])(
    'a forged state of a figure is refused with a sentence, and not stored: %j',
    async (response) => {
      const user = await guest()
      expect(await submitAttempts(user, [entry('three', response)])).toMatchObject({
        refused: { code: 'invalid', message: expect.stringMatching(/^[A-Z].*\.$/) },
      })
      expect(await db().attempt.count({ where: { userId: user } })).toBe(0)
    },
  )

  test('the same id twenty times at once has one effect, and one answer', async () => {
    const user = await guest()
    const sent = answer('Once.')
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => submitAttempts(user, [sent])),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toHaveLength(1)
    expect(await db().attempt.count({ where: { userId: user } })).toBe(1)
  })

  test('a repeated id is answered from what is stored, whatever else it carries', async () => {
    const user = await guest()
    const sent = answer('First.')
    await submitAttempts(user, [sent])
    const again = await submitAttempts(user, [
      { ...sent, response: { text: 'Second.', skipped: false } },
    ])
    expect(again).toMatchObject({ stored: [{ response: { text: 'First.' } }] })
  })

  test("another user's id answers as if it were not there, and nothing of the batch is stored", async () => {
    const [owner, other] = [await guest(), await guest()]
    const mine = answer('Mine.')
    await submitAttempts(owner, [mine])
    const stolen = await submitAttempts(other, [answer('Innocent.'), { ...mine }])
    expect(stolen).toMatchObject({ refused: { code: 'not-found', id: mine.id } })
    expect(JSON.stringify(stolen)).not.toContain('Mine')
    expect(await db().attempt.count({ where: { userId: other } })).toBe(0)
  })

  test('an answer to a page that has changed is graded by the page as it was', async () => {
    const user = await guest()
    const hash = randomUUID().replaceAll('-', '').repeat(2)
    const first = question.items.find((item) => item.kind === 'single')!
    const others = question.items.filter((item) => item !== first)
    const old = { ...question, items: [{ ...first, why: 'The old reason.' }, ...others] }
    await db().contentVersion.createMany({
      data: [{ hash, questionId: 'reg-0001', question: JSON.parse(JSON.stringify(old)) }],
      skipDuplicates: true,
    })
    const response = first.options[0]!.id
    const reply = await submitAttempts(user, [entry(first.id, response, { contentHash: hash })])
    expect(reply).toMatchObject({ stored: [{ feedback: { why: 'The old reason.' } }] })
  })

  test.each([
    ['an unknown version', { contentHash: 'f'.repeat(64) }, 'page-changed'],
    ['an unknown question', { itemId: 'reg-9999/answer' }, 'not-found'],
    ['an unknown item', { itemId: 'reg-0001/nowhere' }, 'invalid'],
    ['an empty answer', { response: { text: '  ', skipped: false } }, 'invalid'],
    ['a response of the wrong shape', { response: 7 }, 'invalid'],
  ])('%s is refused, and the whole batch with it', async (_name, fault, code) => {
    const user = await guest()
    const reply = await submitAttempts(user, [answer('Good.'), { ...answer('Bad.'), ...fault }])
    expect(reply).toMatchObject({ refused: { code } })
    expect(await db().attempt.count({ where: { userId: user } })).toBe(0)
  })
})

describe('the rubric', () => {
  test('quoted words make the low end, ticks the high end', async () => {
    const user = await guest()
    const written = answer('The lasso gives exact zeros; ridge does not.')
    const [first, second] = question.keyPoints
    const whole = question.keyPoints.reduce((sum, { weight }) => sum + weight, 0)
    const rubric = entry('rubric', {
      answerId: written.id,
      level: 'senior',
      quotes: { [first!.id]: [[0, 9]] },
      ticked: [second!.id],
    })
    const reply = await submitAttempts(user, [written, rubric])
    expect(reply).toMatchObject({
      stored: [
        {},
        {
          score: {
            low: first!.weight / whole,
            high: (first!.weight + second!.weight) / whole,
          },
        },
      ],
    })
    const row = await db().attempt.findUnique({ where: { id: rubric.id } })
    expect(row).toMatchObject({ grader: 'self', spans: { [first!.id]: [[0, 9]] } })
  })

  test.each([
    ['beyond the end of the answer', { quotes: { POINT: [[0, 900]] } }],
    ['around nothing but a space', { quotes: { POINT: [[3, 4]] } }],
    ['for a point that is not there', { quotes: { nowhere: [[0, 3]] } }],
    ['backwards', { quotes: { POINT: [[5, 2]] } }],
    ['from an answer that is not there', { answerId: ulid() }],
  ])('a quotation %s is refused', async (_name, fault) => {
    const user = await guest()
    const written = answer('The lasso gives zeros.')
    const text = JSON.stringify({
      answerId: written.id,
      level: 'mid',
      quotes: {},
      ticked: [],
      ...fault,
    })
    const response: unknown = JSON.parse(text.replace('POINT', question.keyPoints[0]!.id))
    const reply = await submitAttempts(user, [written, entry('rubric', response)])
    expect(reply).toMatchObject({ refused: { code: 'invalid' } })
  })

  test("somebody else's answer cannot be quoted", async () => {
    const [owner, other] = [await guest(), await guest()]
    const written = answer('Secret words.')
    await submitAttempts(owner, [written])
    const quote = entry('rubric', { answerId: written.id, level: 'mid', quotes: {}, ticked: [] })
    expect(await submitAttempts(other, [quote])).toMatchObject({ refused: { code: 'invalid' } })
  })
})

describe('drafts', () => {
  test('a stale base overwrites nothing, a lost reply is no conflict', async () => {
    const user = await guest()
    const save = (base: number, text: string) => saveDraft(user, 'reg-0001', { base, text })
    expect(await save(0, 'one')).toEqual({ saved: { text: 'one', revision: 1 } })
    expect(await save(1, 'two')).toEqual({ saved: { text: 'two', revision: 2 } })
    expect(await save(1, 'other')).toEqual({ conflict: { text: 'two', revision: 2 } })
    expect(await save(1, 'two')).toEqual({ saved: { text: 'two', revision: 2 } })
    expect(await save(0, 'new tab')).toEqual({ conflict: { text: 'two', revision: 2 } })
    expect(await saveDraft('nobody', 'reg-0001', { base: 0, text: 'x' })).toEqual({ missing: true })
  })

  test('submitting clears the draft that was submitted, and no other', async () => {
    const user = await guest()
    await saveDraft(user, 'reg-0001', { base: 0, text: 'done' })
    await submitAttempts(user, [answer('done')])
    expect((await openJournal(user, 'reg-0001', new Date()))?.draft).toBeNull()
    await saveDraft(user, 'reg-0001', { base: 0, text: 'more' })
    await submitAttempts(user, [answer('less')])
    expect((await openJournal(user, 'reg-0001', new Date()))?.draft?.text).toBe('more')
  })
})

test('a draft that arrives after the answer it became is none, and stands in nobody’s way', async () => {
  const user = await guest()
  const save = (base: number, text: string) => saveDraft(user, 'reg-0001', { base, text })
  await save(0, 'begun')
  await save(1, 'done')
  await submitAttempts(user, [answer('done')])
  // Over either revision: the reply to the first save may have come before or not.
  expect(await save(0, 'done')).toEqual({ saved: { text: 'done', revision: 0 } })
  expect(await save(2, 'done')).toEqual({ saved: { text: 'done', revision: 0 } })
  expect((await openJournal(user, 'reg-0001', new Date()))?.draft).toBeNull()
  expect(await save(0, 'next')).toEqual({ saved: { text: 'next', revision: 1 } })
})

describe('merging a guest into an account', () => {
  test('nothing is lost, nothing doubled, and again changes nothing', async () => {
    const history = fc.array(fc.constantFrom('guest', 'account'), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(history, fc.boolean(), fc.boolean(), async (writers, mine, theirs) => {
        const users = { guest: await guest(), account: await account() }
        const ids: string[] = []
        for (const writer of writers) {
          const sent = answer(`by the ${writer}`)
          ids.push(sent.id)
          await submitAttempts(users[writer as 'guest' | 'account'], [sent])
        }
        if (theirs) await saveDraft(users.guest, 'reg-0001', { base: 0, text: 'of the guest' })
        if (mine) await saveDraft(users.account, 'reg-0001', { base: 0, text: 'of the account' })
        expect(await mergeGuest(users.guest, users.account)).toBe(true)
        expect(await mergeGuest(users.guest, users.account)).toBe(false)
        const journal = await openJournal(users.account, 'reg-0001', new Date())
        expect(journal?.attempts.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
        if (theirs) expect(journal?.draft?.text).toContain('of the guest')
        if (mine) expect(journal?.draft?.text).toContain('of the account')
        expect((await openJournal(users.guest, 'reg-0001', new Date()))?.attempts).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  test('what a guest writes while being merged reaches the account', async () => {
    const users = { guest: await guest(), account: await account() }
    const sent = Array.from({ length: 12 }, (_, nth) => answer(`in flight ${nth}`))
    const [, ...replies] = await Promise.all([
      mergeGuest(users.guest, users.account),
      ...sent.map((each) => submitAttempts(users.guest, [each])),
    ])
    expect(replies.every((reply) => 'stored' in reply)).toBe(true)
    expect((await openJournal(users.account, 'reg-0001', new Date()))?.attempts).toHaveLength(
      sent.length,
    )
  })

  test('an account is never merged into another, nor into a guest', async () => {
    const [one, two, anybody] = [await account(), await account(), await guest()]
    expect(await mergeGuest(one, two)).toBe(false)
    expect(await mergeGuest(anybody, await guest())).toBe(false)
    expect(await mergeGuest('nobody', one)).toBe(false)
  })
})
