import { randomUUID } from 'node:crypto'
import { ulid } from 'ulid'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { questionById } from '#lib/content/questions.ts'
import { db } from '#lib/db/client.ts'
import { tryToSweep } from '#lib/db/interview.ts'
import { createGuest } from '#lib/db/user.ts'
import { concrete } from '#lib/quiz/grade/item.ts'
import { rightResponse } from '#lib/quiz/grade/right-response.ts'
import { closeAllOverdue, closeOverdue } from './close-interview.ts'
import { createInterview, drawInterview } from './create-interview.ts'
import { finishInterview } from './finish-interview.ts'
import { interviewBank } from './interview-bank.ts'
import { responseInput, startInput } from './interview-entry.ts'
import { listInterviews } from './list-interviews.ts'
import { mergeGuest } from './merge-guest.ts'
import { moveInInterview } from './move-in-interview.ts'
import { openInterview } from './open-interview.ts'
import { openReport } from './open-report.ts'
import { pauseInterview, resumeInterview } from './pause-interview.ts'
import { prepareReviews } from './prepare-reviews.ts'
import { rebuildCards } from './rebuild-cards.ts'
import { prepareAttempts } from './prepare-attempts.ts'
import { repeatInterview, takeShared } from './repeat-interview.ts'
import { saveResponse } from './save-response.ts'
import { openShared, shareInterview } from './share-interview.ts'
import { storeAttempts } from './store-attempts.ts'
import { storeReviews } from './store-reviews.ts'

// A real PostgreSQL and the real bank. Every test makes users of its own, so none needs cleaning up.

// Reading it takes a second or two, which is not the first test's fault.
beforeAll(async () => void (await interviewBank()), 60_000)

async function guest(): Promise<string> {
  return (await createGuest(randomUUID())).id
}

const PAIRS = faultSize(200, 10_000)

/** Twenty minutes of questions in words. */
const WORDS = '1.forms~written_length~20m'

async function begin(user: string, blueprint = WORDS, seed = 7, id = ulid()): Promise<string> {
  const input = startInput.parse({ id, blueprint, seed })
  const drawn = await drawInterview(user, input)
  if ('shortage' in drawn) throw new Error('the bank is too small for this test')
  return (await createInterview(user, drawn.start))!
}

function revision(position: number, base: number, response: unknown, id = ulid()) {
  const value = { response, confidence: 2 }
  return responseInput.parse({ id, position, base, value, tab: 'tab-1' })
}

/** As if the interview had begun so much earlier. */
async function letPass(id: string, seconds: number) {
  await db().$executeRaw`
    update interviews set
      started_at = started_at - make_interval(secs => ${seconds}::double precision),
      opened_at = opened_at - make_interval(secs => ${seconds}::double precision),
      deadline = deadline - make_interval(secs => ${seconds}::double precision),
      paused_at = paused_at - make_interval(secs => ${seconds}::double precision),
      closes_at = closes_at - make_interval(secs => ${seconds}::double precision)
    where id = ${id}`
}

/** Of a transaction that waits for others, on a machine that has much to do. */
const LONG = { maxWait: 20_000, timeout: 30_000 }

/** How many wait for the lock of an interview. */
async function waitingFor(id: string): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'
      and query like '%from interviews where id%' and ${id} <> ''`
  return row!.n
}

async function screens(user: string, id: string) {
  return (await openInterview(user, id))!.screens
}

const attemptsOf = (userId: string) => db().attempt.findMany({ where: { userId } })
const reviewsOf = (userId: string) => db().review.findMany({ where: { userId } })

describe('starting', () => {
  test('the same id starts one interview, whose items stay', async () => {
    const user = await guest()
    const id = ulid()
    await Promise.all(Array.from({ length: 8 }, () => begin(user, WORDS, 7, id)))
    const lines = await listInterviews(user)
    expect(lines).toHaveLength(1)
    expect((await screens(user, id)).map(({ position }) => position)).toEqual(
      Array.from({ length: lines[0]!.items }, (_, nth) => nth),
    )
  })

  test("somebody else's id starts nothing", async () => {
    const id = await begin(await guest())
    const other = await guest()
    const drawn = await drawInterview(other, startInput.parse({ id, blueprint: '', seed: 1 }))
    expect(await createInterview(other, (drawn as { start: never }).start)).toBeNull()
    expect(await listInterviews(other)).toEqual([])
  })

  test('blueprint and seed give the same questions, options and order to everybody', async () => {
    const [one, two] = [await guest(), await guest()]
    const asks = async (user: string, seed: number) =>
      (await screens(user, await begin(user, '', seed))).map(({ ask }) => ask)
    expect(await asks(one, 99)).toEqual(await asks(two, 99))
    expect(await asks(one, 99)).not.toEqual(await asks(one, 100))
  })

  test('what is asked holds no key and no reason', async () => {
    const user = await guest()
    const blueprint = '1.length~40_followUps~yes'
    const drawn = await drawInterview(user, startInput.parse({ id: ulid(), blueprint, seed: 1 }))
    const shorter = 'shortage' in drawn ? drawn.shortage.shorter : { items: 40 }
    const items = shorter && 'items' in shorter ? shorter.items : 1
    const id = await begin(user, `1.length~${items}_followUps~yes`)
    const sent = JSON.stringify(await openInterview(user, id))
    const rows = await db().interviewItem.findMany({ where: { interviewId: id } })
    const named = new Set(rows.map(({ questionId }) => questionId))
    expect(named.size).toBeGreaterThan(0)
    for (const questionId of named) {
      const question = (await questionById(questionId))!
      for (const item of question.items)
        expect(sent).not.toContain(concrete(item, 0).why.slice(0, 60))
      for (const { text } of question.keyPoints) expect(sent).not.toContain(text.slice(0, 60))
    }
    expect(sent).not.toContain('"right"')
  })

  test('an interview is asked as it was begun, also when its question has changed since', async () => {
    const user = await guest()
    const id = await begin(user)
    const before = await screens(user, id)
    const row = (await db().interviewItem.findFirst({ where: { interviewId: id } }))!
    const version = (await db().contentVersion.findUnique({ where: { hash: row.contentHash } }))!
    const hash = randomUUID().replaceAll('-', '').padEnd(64, '0')
    const question = { ...(version.question as object), asked: 'As it was on the day.' }
    await db().contentVersion.create({ data: { hash, questionId: row.questionId, question } })
    await db().interviewItem.updateMany({ where: { interviewId: id }, data: { contentHash: hash } })
    const after = await screens(user, id)
    expect(after.find(({ kind }) => kind === 'answer')?.ask).toEqual({
      text: 'As it was on the day.',
    })
    expect(after.map(({ kind }) => kind)).toEqual(before.map(({ kind }) => kind))
  })
})

describe('saving', () => {
  test('numbers are given by the server; a revision counts once however often it comes', async () => {
    const user = await guest()
    const id = await begin(user)
    const first = revision(0, 0, 'one')
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => saveResponse(user, id, first)),
    )
    expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(
      new Set(['{"saved":{"seq":1}}']),
    )
    expect(await saveResponse(user, id, revision(0, 1, 'two'))).toEqual({ saved: { seq: 2 } })
    expect(await saveResponse(user, id, first)).toEqual({ saved: { seq: 1 } })
    expect((await screens(user, id))[0]).toMatchObject({ seq: 2, value: { response: 'two' } })
    expect(await db().responseRevision.count({ where: { interviewId: id } })).toBe(2)
  })

  test(
    `R5: ${PAIRS} pairs of the same request leave one row each, with the same answer`,
    async () => {
      const user = await guest()
      const id = await begin(user)
      for (let nth = 0; nth < PAIRS; nth++) {
        const sent = revision(0, nth, `word ${nth}`)
        const [one, two] = await Promise.all([
          saveResponse(user, id, sent),
          saveResponse(user, id, sent),
        ])
        expect([one, two]).toEqual([{ saved: { seq: nth + 1 } }, { saved: { seq: nth + 1 } }])
      }
      expect(await db().responseRevision.count({ where: { interviewId: id } })).toBe(PAIRS)
    },
    60_000 + 200 * PAIRS,
  )

  test('of two that saw the same, one is stored and the other is told, with what is stored', async () => {
    const user = await guest()
    const id = await begin(user)
    const replies = await Promise.all([
      saveResponse(user, id, revision(0, 0, 'from the desk')),
      saveResponse(user, id, revision(0, 0, 'from the phone')),
    ])
    const [stored] = await screens(user, id)
    expect(replies.filter((reply) => 'saved' in reply)).toEqual([{ saved: { seq: 1 } }])
    expect(replies.filter((reply) => 'conflict' in reply)).toEqual([
      { conflict: { seq: 1, value: stored!.value } },
    ])
  })

  test('the same words from two places are no conflict', async () => {
    const user = await guest()
    const id = await begin(user)
    await saveResponse(user, id, revision(0, 0, 'same'))
    expect(await saveResponse(user, id, revision(0, 0, 'same'))).toEqual({ saved: { seq: 1 } })
  })

  test("somebody else's interview is not there: not to read, save, move, pause, end or report", async () => {
    const [user, other] = [await guest(), await guest()]
    const id = await begin(user)
    const missing = { refused: 'missing' }
    expect(await openInterview(other, id)).toBeNull()
    expect(await openInterview(null, id)).toBeNull()
    expect(await saveResponse(other, id, revision(0, 0, 'x'))).toEqual(missing)
    expect(await moveInInterview(other, id, { to: 1, marks: [] })).toEqual(missing)
    expect(await pauseInterview(other, id)).toEqual(missing)
    expect(await resumeInterview(other, id)).toEqual(missing)
    expect(await finishInterview(other, id)).toEqual(missing)
    await finishInterview(user, id)
    expect(await openReport(other, id)).toBeNull()
    expect(await db().responseRevision.count({ where: { interviewId: id } })).toBe(0)
  })

  test("a revision's id of another interview stores nothing", async () => {
    const user = await guest()
    const [one, two] = [await begin(user), await begin(user)]
    const sent = revision(0, 0, 'mine')
    await saveResponse(user, one, sent)
    expect(await saveResponse(user, two, sent)).toEqual({ refused: 'missing' })
    expect((await screens(user, two))[0]!.seq).toBe(0)
  })
})

describe('time', () => {
  test('R9: what comes within the grace counts, what comes after does not, and a retry still hears so', async () => {
    const user = await guest()
    const id = await begin(user)
    await letPass(id, 20 * 60 + 55)
    const inFlight = revision(0, 0, 'at the bell')
    expect(await saveResponse(user, id, inFlight)).toEqual({ saved: { seq: 1 } })
    await letPass(id, 10)
    expect(await saveResponse(user, id, revision(0, 1, 'too late'))).toEqual({ refused: 'closed' })
    expect(await saveResponse(user, id, inFlight)).toEqual({ saved: { seq: 1 } })
    await letPass(id, 10)
    const closed = await openInterview(user, id)
    expect(closed).toMatchObject({ closedBy: 'time', screens: [] })
    expect(await attemptsOf(user)).toMatchObject([{ response: { text: 'at the bell' } }])
  })

  test('R9: when a save came decides, not when its turn was: held up before its transaction', async () => {
    const user = await guest()
    const id = await begin(user)
    await saveResponse(user, id, revision(0, 0, 'before'))
    // Half a minute after the end of the grace; it has been here for a minute, or for a second.
    await letPass(id, 20 * 60 + 60 + 30)
    const late = await saveResponse(user, id, revision(0, 1, 'came late'), () => 1_000)
    expect(late).toEqual({ refused: 'closed' })
    const inTime = await saveResponse(user, id, revision(0, 1, 'came in time'), () => 60_000)
    expect(inTime).toEqual({ saved: { seq: 2 } })
    await closeAllOverdue(user)
    expect(await attemptsOf(user)).toMatchObject([{ response: { text: 'came in time' } }])
    // What is closed takes nothing, whenever it came.
    const after = await saveResponse(user, id, revision(0, 2, 'after the end'), () => 60_000)
    expect(after).toEqual({ refused: 'closed' })
  })

  test('R9: held up by a lock until after the grace it counts, and what comes then does not', async () => {
    const user = await guest()
    const id = await begin(user)
    const held = revision(0, 0, 'was waiting')
    let reply: ReturnType<typeof saveResponse>
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`select id from interviews where id = ${id} for update`
      reply = saveResponse(user, id, held)
      await expect.poll(() => waitingFor(id), { interval: 20, timeout: 20_000 }).toBe(1)
      // The grace ends now, by the database's clock, after the save has come.
      await tx.$executeRaw`
        update interviews set deadline = clock_timestamp() - interval '60 s',
          closes_at = clock_timestamp() where id = ${id}`
    }, LONG)
    expect(await reply!).toEqual({ saved: { seq: 1 } })
    // The control: the grace is over.
    expect(await saveResponse(user, id, revision(0, 1, 'too late'))).toEqual({ refused: 'closed' })
  })

  test('R9: nobody ends it while what came in time may still be on its way', async () => {
    const user = await guest()
    const id = await begin(user)
    await letPass(id, 20 * 60 + 60 + 2)
    await closeAllOverdue(user)
    expect((await openInterview(user, id))!.closedAt).toBeNull()
    const sent = revision(0, 0, 'on its way')
    expect(await saveResponse(user, id, sent, () => 30_000)).toEqual({ saved: { seq: 1 } })
    await letPass(id, 12)
    await closeAllOverdue(user)
    expect(await openInterview(user, id)).toMatchObject({ closedBy: 'time' })
    expect(await attemptsOf(user)).toMatchObject([{ response: { text: 'on its way' } }])
  })

  test.each([-86_400_000, 86_400_000])(
    'R9: a server whose own clock is off by %i ms changes nothing: the database has the time',
    async (off) => {
      const user = await guest()
      const id = await begin(user)
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + off })
      try {
        await letPass(id, 20 * 60 + 30)
        const inGrace = await saveResponse(user, id, revision(0, 0, 'in the grace'))
        expect(inGrace).toEqual({ saved: { seq: 1 } })
        await letPass(id, 60)
        const late = await saveResponse(user, id, revision(0, 1, 'too late'))
        expect(late).toEqual({ refused: 'closed' })
        await closeAllOverdue(user)
      } finally {
        vi.useRealTimers()
      }
      expect(await attemptsOf(user)).toMatchObject([{ response: { text: 'in the grace' } }])
    },
  )

  test('a pause moves the deadline by its length, is counted, and costs no item any time', async () => {
    const user = await guest()
    const id = await begin(user)
    await letPass(id, 300)
    await pauseInterview(user, id)
    await pauseInterview(user, id)
    await letPass(id, 7200)
    expect((await openInterview(user, id))!.closedAt).toBeNull()
    await resumeInterview(user, id)
    const {
      deadline,
      now,
      pauses,
      pausedSeconds,
      screens: shown,
    } = (await openInterview(user, id))!
    const left = (Date.parse(deadline!) - Date.parse(now)) / 1000
    expect(left).toBeGreaterThan(895)
    expect(left).toBeLessThanOrEqual(900)
    expect(pauses).toBe(1)
    expect(Math.abs(pausedSeconds - 7200)).toBeLessThan(5)
    expect(shown[0]!.spentMs / 1000).toBeLessThan(305)
  })

  test('time is booked to the item that was open', async () => {
    const user = await guest()
    const id = await begin(user, '1.length~3')
    await letPass(id, 60)
    await moveInInterview(user, id, { to: 2, marks: [{ position: 0, flagged: true }] })
    await letPass(id, 30)
    const { position, screens: shown } = (await openInterview(user, id))!
    expect(position).toBe(2)
    expect(shown[0]).toMatchObject({ flagged: true, skipped: false })
    expect(shown.map(({ spentMs }) => Math.floor(spentMs / 10_000))).toEqual(
      shown.map((_, nth) => ({ 0: 6, 2: 3 })[nth] ?? 0),
    )
  })

  test('with a clock on each item, one that is over takes no more, the others do', async () => {
    const user = await guest()
    const id = await begin(user, '1.clock~per-item')
    const [first] = await screens(user, id)
    await letPass(id, first!.limitMs! / 1000 + 70)
    expect(await saveResponse(user, id, revision(0, 0, 'late'))).toEqual({ refused: 'item-closed' })
    expect(await saveResponse(user, id, revision(1, 0, 'in time'))).toEqual({ saved: { seq: 1 } })
  })

  test('without a clock it waits for a week, and is then closed as abandoned', async () => {
    const user = await guest()
    const id = await begin(user, '1.clock~none')
    await letPass(id, 6 * 86_400)
    expect(await openInterview(user, id)).toMatchObject({ closedAt: null, deadline: null })
    await letPass(id, 2 * 86_400)
    expect(await listInterviews(user)).toMatchObject([{ closedBy: 'abandoned' }])
  })
})

describe('the end', () => {
  test('R10: many instances at once close an abandoned interview exactly once', async () => {
    const user = await guest()
    const id = await begin(user)
    await saveResponse(user, id, revision(0, 0, 'An answer in words.'))
    await letPass(id, 3600)
    await Promise.all([
      ...Array.from({ length: 5 }, () => closeOverdue(id)),
      closeAllOverdue(),
      openInterview(user, id),
      finishInterview(user, id),
    ])
    expect(await attemptsOf(user)).toHaveLength(1)
    expect(await reviewsOf(user)).toHaveLength(1)
    const interview = await db().interview.findUnique({ where: { id } })
    expect(interview?.closedBy).toBe('time')
  })

  test('R10: three instances that sweep at once close each of twenty exactly once', async () => {
    const users = await Promise.all(Array.from({ length: 20 }, guest))
    for (const user of users) {
      const id = await begin(user)
      await saveResponse(user, id, revision(0, 0, 'An answer in words.'))
      await letPass(id, 3600)
    }
    for (let round = 0; round < 3; round++)
      await Promise.all(Array.from({ length: 3 }, () => closeAllOverdue()))
    for (const user of users) {
      expect(await attemptsOf(user)).toHaveLength(1)
      expect(await reviewsOf(user)).toHaveLength(1)
      expect(await listInterviews(user)).toMatchObject([{ closedBy: 'time' }])
    }
  }, 60_000)

  test('R10: while one instance sweeps it the others pass it over; when that one is killed the next ends it', async () => {
    const user = await guest()
    const id = await begin(user)
    await saveResponse(user, id, revision(0, 0, 'An answer in words.'))
    await letPass(id, 3600)
    let tell = (_pid: number) => {}
    const holder = new Promise<number>((resolve) => (tell = resolve))
    const held = db().$transaction(async (tx) => {
      expect(await tryToSweep(tx, id)).toBe(true)
      const [row] = await tx.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
      tell(row!.pid)
      await tx.$queryRaw`select pg_sleep(4)::text`
    })
    const pid = await holder
    await Promise.all([closeOverdue(id, true), closeOverdue(id, true)])
    expect((await db().interview.findUnique({ where: { id } }))!.closedAt).toBeNull()
    await db().$queryRaw`select pg_terminate_backend(${pid})`
    await expect(held).rejects.toThrow()
    await Promise.all([closeOverdue(id, true), closeOverdue(id, true), closeOverdue(id)])
    expect((await db().interview.findUnique({ where: { id } }))!.closedBy).toBe('time')
    expect(await attemptsOf(user)).toHaveLength(1)
  })

  test('R10: the control: one that is still open is not swept', async () => {
    const user = await guest()
    const id = await begin(user)
    await closeOverdue(id)
    expect((await openInterview(user, id))!.closedAt).toBeNull()
  })

  test('every right answer is graded 1; the question comes back as Good; keys are in the report', async () => {
    const user = await guest()
    const id = await begin(user, '1.forms~choice,number,order,figure_length~4', 3)
    const rows = await db().interviewItem.findMany({ where: { interviewId: id } })
    for (const { position, questionId, itemId, seed } of rows) {
      const item = (await questionById(questionId))!.items.find((each) => each.id === itemId)!
      expect(
        await saveResponse(user, id, revision(position, 0, rightResponse(concrete(item, seed)))),
      ).toEqual({
        saved: { seq: 1 },
      })
    }
    await finishInterview(user, id)
    expect(await finishInterview(user, id)).toEqual({ closed: true })
    const report = (await openReport(user, id))!
    expect(report.lines.map(({ attempt }) => attempt?.score)).toEqual(
      report.lines.map(() => ({ low: 1, high: 1 })),
    )
    expect(report.lines.every(({ attempt }) => attempt?.feedback?.why)).toBe(true)
    expect(report.lines.every(({ attempt }) => attempt?.confidence === 2)).toBe(true)
    const graded = rows.filter(({ kind }) => kind !== 'predict')
    const grades = (await reviewsOf(user)).map(({ grade }) => grade)
    if (graded.length === rows.length) expect(new Set(grades)).toEqual(new Set([3]))
    expect(report.reviews.every(({ dueAt }) => dueAt !== null)).toBe(true)
  })

  test('what was not answered or only begun is no attempt; what was never opened leaves no trace', async () => {
    const user = await guest()
    const id = await begin(user, '1.forms~written,number_length~2', 3)
    const shown = await screens(user, id)
    const number = shown.find(({ form }) => form === 'number')
    if (number) await saveResponse(user, id, revision(number.position, 0, 'one and a ha'))
    await finishInterview(user, id)
    const kinds = (await attemptsOf(user)).map(({ kind }) => kind)
    expect(kinds).not.toContain('numeric')
    const skipped = (await attemptsOf(user)).filter(({ kind }) => kind === 'answer')
    for (const { response } of skipped) expect(response).toMatchObject({ text: '', skipped: true })
  })

  test('what is asked next is part of the answer, whose words can then be quoted', async () => {
    const user = await guest()
    const id = await begin(user, '1.forms~written_length~2_followUps~yes', 3)
    const [answer, next] = await screens(user, id)
    expect(next!.ask).toMatchObject({ after: (answer!.ask as { text: string }).text })
    await saveResponse(user, id, revision(0, 0, 'First.'))
    await saveResponse(user, id, revision(1, 0, 'Second.'))
    await finishInterview(user, id)
    const { text } = next!.ask as { text: string }
    expect(await attemptsOf(user)).toMatchObject([
      { kind: 'answer', grader: 'none', response: { text: `First.\n\n${text}\nSecond.` } },
    ])
  })

  test('the planned review can be taken back, and what is stored can be rebuilt', async () => {
    const user = await guest()
    const id = await begin(user)
    await saveResponse(user, id, revision(0, 0, 'Words.'))
    await finishInterview(user, id)
    const [planned] = (await openReport(user, id))!.reviews
    expect(planned).toMatchObject({ isUndone: false, dueAt: expect.any(String) })
    const cards = await db().card.findMany({ where: { userId: user } })
    await rebuildCards(user)
    expect(await db().card.findMany({ where: { userId: user } })).toEqual(cards)
    const { questionId, reviewId } = planned!
    const line = {
      id: ulid(),
      questionId,
      keyPointId: '',
      event: 'undone' as const,
      undoes: reviewId,
    }
    const now = new Date(Date.now() + 1000)
    const prepared = await prepareReviews(user, [line], now)
    await storeReviews(user, [line.id], (prepared as { lines: never[] }).lines, now)
    expect((await openReport(user, id))!.reviews[0]).toMatchObject({ isUndone: true, dueAt: null })
  })

  test('a guest who signs in takes the interview along, also one under way', async () => {
    const user = await guest()
    const account = randomUUID()
    await db().user.create({ data: { id: account, email: `${account}@example.org` } })
    const id = await begin(user)
    await saveResponse(user, id, revision(0, 0, 'As a guest.'))
    expect(await mergeGuest(user, account)).toBe(true)
    expect(await openInterview(user, id)).toBeNull()
    expect(await saveResponse(account, id, revision(0, 1, 'Signed in.'))).toEqual({
      saved: { seq: 2 },
    })
    // A save of the guest that was under way follows.
    expect(await saveResponse(user, id, revision(0, 2, 'In flight.'))).toEqual({
      saved: { seq: 3 },
    })
    await finishInterview(account, id)
    expect(await attemptsOf(account)).toMatchObject([{ response: { text: 'In flight.' } }])
  })
})

describe('the report', () => {
  /** An interview in words with one answer, which is then marked: the first point quoted, the rest ticked. */
  async function marked() {
    const user = await guest()
    const id = await begin(user, '1.forms~written_length~1', 5)
    await saveResponse(user, id, revision(0, 0, 'Ridge shrinks, and that is all.'))
    await finishInterview(user, id)
    const before = (await openReport(user, id))!
    const line = before.lines[0]!
    const [first, ...rest] = line.rubric!.points
    const entry = {
      id: ulid(),
      itemId: `${line.questionId}/rubric`,
      contentHash: line.contentHash,
      seed: 0,
      response: {
        answerId: line.attempt!.id,
        level: 'senior',
        quotes: { [first!.id]: [[0, 5]] },
        ticked: rest.map((point) => point.id),
      },
      confidence: null,
      elapsedMs: 0,
    }
    const prepared = await prepareAttempts(user, [entry])
    if ('refused' in prepared) throw new Error(prepared.refused.message)
    await storeAttempts(user, prepared.prepared)
    return { user, id, before, rubricId: entry.id, first: first! }
  }

  test('an answer in words is to be marked, then counts by its range; the machine has no part in it', async () => {
    const { user, id, before, first } = await marked()
    expect(before.lines[0]!.rubric!.marked).toBeNull()
    const after = (await openReport(user, id))!
    const weights = after.lines[0]!.rubric!.points.map(({ weight }) => weight)
    const whole = weights.reduce((a, b) => a + b)
    expect(after.lines[0]!.rubric!.marked!.score).toEqual({ low: first.weight / whole, high: 1 })
    expect(after.checked).toBeNull()
    expect(after.topics).toEqual([])
  })

  test('a review by the marks takes the place of the one that was planned', async () => {
    const { user, id, before, rubricId } = await marked()
    const [planned] = before.reviews
    const name = { questionId: planned!.questionId, keyPointId: '' }
    const lines = [
      { ...name, id: ulid(), event: 'undone' as const, undoes: planned!.reviewId },
      { ...name, id: ulid(), event: 'graded' as const, grade: 3, attemptId: rubricId },
    ]
    const now = new Date(Date.now() + 1000)
    const prepared = await prepareReviews(user, lines, now)
    const ids = lines.map((line) => line.id)
    await storeReviews(user, ids, (prepared as { lines: never[] }).lines, now)
    const [review] = (await openReport(user, id))!.reviews
    expect(review).toMatchObject({
      reviewId: ids[1],
      grade: 3,
      isUndone: false,
      checkedGrade: null,
    })
    expect(new Date(review!.dueAt!).getTime()).toBeGreaterThan(now.getTime() + 86_400_000)
  })

  test('words of a misconception are found whatever their case, and led to the figure', async () => {
    const user = await guest()
    const id = await begin(user, '1.forms~written_length~1', 5)
    const [row] = await db().interviewItem.findMany({ where: { interviewId: id } })
    const { misconceptions } = (await questionById(row!.questionId))!
    const [known] = misconceptions.filter(({ cues }) => cues.length > 0)
    const cue = known!.cues[0]!
    await saveResponse(user, id, revision(0, 0, `Well,\n${cue.toUpperCase()}, I would say.`))
    await finishInterview(user, id)
    const { heard, response } = (await openReport(user, id))!.lines[0]!.attempt!
    const found = heard!.misconceptions.find((each) => each.id === known!.id)!
    const { text } = response as { text: string }
    expect(text.slice(...found.spans[0]!)).toBe(cue.toUpperCase())
  })

  test('topics are estimated with and without the interview, at the same moment', async () => {
    const user = await guest()
    for (const seed of [3, 4]) {
      const id = await begin(user, '1.forms~choice,number,order_length~8', seed)
      const rows = await db().interviewItem.findMany({ where: { interviewId: id } })
      for (const { position, questionId, itemId, seed: own } of rows) {
        const item = (await questionById(questionId))!.items.find((each) => each.id === itemId)!
        const right = rightResponse(concrete(item, own))
        await saveResponse(user, id, revision(position, 0, right))
      }
      await finishInterview(user, id)
      const { topics, checked, last } = (await openReport(user, id))!
      expect(checked).toMatchObject({ answers: rows.length, right: rows.length })
      if (seed === 3) {
        expect(last).toBeNull()
        expect(topics.every(({ before }) => before === null)).toBe(true)
      } else {
        expect(last).toMatchObject({ isAlike: true, inWords: expect.stringMatching(/overlap/) })
        for (const { before, after } of topics)
          if (before) expect(after!.answers).toBeGreaterThanOrEqual(before.answers)
      }
    }
  })
})

describe('again', () => {
  const asks = async (user: string, id: string) => (await screens(user, id)).map(({ ask }) => ask)

  test('the same interview has the same questions, numbers and order, once for each id', async () => {
    const user = await guest()
    const id = await begin(user, '1.length~6', 11)
    const first = await asks(user, id)
    const next = ulid()
    const twice = await Promise.all([1, 2, 3].map(() => repeatInterview(user, id, next)))
    expect(twice).toEqual([1, 2, 3].map(() => ({ id: next })))
    expect(await asks(user, next)).toEqual(first)
    expect(await repeatInterview(await guest(), id, ulid())).toEqual({ refused: 'missing' })
  })

  test('a link gives the same to others, says nothing of its owner, and can be taken back', async () => {
    const [user, other] = [await guest(), await guest()]
    const id = await begin(user, '1.length~6', 12)
    await saveResponse(user, id, revision(0, 0, 'Mine alone.'))
    expect(await shareInterview(other, id, true)).toEqual({ refused: 'missing' })
    const { shareId } = (await shareInterview(user, id, true)) as { shareId: string }
    expect(await shareInterview(user, id, true)).toEqual({ shareId })
    expect(shareId).toMatch(/^[\w-]{16}$/)
    const shared = (await openShared(shareId))!
    expect(shared).toMatchObject({ items: 6 })
    expect(JSON.stringify(shared)).not.toMatch(new RegExp(`${user}|${id}|Mine alone`))
    const next = ulid()
    expect(await takeShared(other, shareId, next)).toEqual({ id: next })
    expect(await asks(other, next)).toEqual(await asks(user, id))
    expect((await screens(other, next)).every(({ value }) => value === null)).toBe(true)
    await shareInterview(user, id, false)
    expect(await openShared(shareId)).toBeNull()
    expect(await takeShared(other, shareId, ulid())).toEqual({ refused: 'missing' })
  })
})
