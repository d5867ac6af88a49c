import { randomUUID } from 'node:crypto'
import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { questionById } from '#lib/content/questions.ts'
import { db } from '#lib/db/client.ts'
import { reportsSince } from '#lib/db/report.ts'
import { createGuest } from '#lib/db/user.ts'
import { attemptBatch } from './attempt-entry.ts'
import { heardInAnswer } from './heard-in-answer.ts'
import { mergeGuest } from './merge-guest.ts'
import { openJournal } from './open-journal.ts'
import { openProgress } from './open-progress.ts'
import { openStatuses } from './open-statuses.ts'
import { openToday } from './open-today.ts'
import { prepareAttempts } from './prepare-attempts.ts'
import { prepareReviews } from './prepare-reviews.ts'
import { reportInput, reportProblem } from './report-problem.ts'
import { reviewBatch } from './review-entry.ts'
import { saveNote } from './save-note.ts'
import { setMark } from './set-mark.ts'
import { readSettings, saveSettings, settingsInput } from './settings.ts'
import { storeAttempts } from './store-attempts.ts'
import { storeReviews } from './store-reviews.ts'

// A real PostgreSQL and the real bank. Every test makes a reader of its own.

const questionId = 'reg-0001'
const now = new Date('2026-11-29T12:00:00Z')

async function guest(): Promise<string> {
  return (await createGuest(randomUUID())).id
}

async function say(user: string, item: 'answer' | 'again', text: string) {
  const { contentHash } = (await questionById(questionId))!
  const sent = {
    id: ulid(),
    itemId: `${questionId}/${item}`,
    contentHash,
    response: { text, skipped: false },
  }
  const graded = await prepareAttempts(user, attemptBatch.parse({ attempts: [sent] }).attempts)
  return 'refused' in graded ? graded : storeAttempts(user, graded.prepared)
}

test('an answer is heard once it is stored; what is said again is neither heard nor the answer', async () => {
  const user = await guest()
  const text = 'Corners give exact zeros. L2 removes multicollinearity.'
  await say(user, 'answer', text)
  await say(user, 'again', 'Corners give exact zeros.')
  const { attempts } = (await openJournal(user, questionId, now))!
  const [again, answer] = attempts
  expect(again).toMatchObject({ item: 'again', kind: 'again', score: null, heard: null })
  const words = Object.values(answer!.heard!.points)
    .flat()
    .map((span) => text.slice(...span))
  expect(words).toContain('exact zeros')
  expect(answer!.heard!.misconceptions).toMatchObject([
    {
      id: 'removes-collinearity',
      refute: { href: expect.stringMatching(/^\/demos\/collinear\?s=/) },
    },
  ])
  const question = await questionById(questionId)
  const denied = 'Corners give exact zeros. It is a myth that L2 removes multicollinearity.'
  expect(heardInAnswer(question, denied)).toMatchObject({ misconceptions: [] })
  const undone = Object.values(heardInAnswer(question, 'L2 never gives exact zeros.')!.points)
  expect(undone.flat()).toEqual([])
  expect(await say(user, 'again', ' ')).toHaveProperty('refused')
  expect(heardInAnswer({ id: questionId }, text)).toBeNull()
})

test('a stale note overwrites nothing, and a retry of the same text is no conflict', async () => {
  const user = await guest()
  expect(await saveNote(user, questionId, { base: 0, text: 'one' })).toEqual({
    saved: { text: 'one', revision: 1 },
  })
  expect(await saveNote(user, questionId, { base: 0, text: 'one' })).toHaveProperty('saved')
  expect(await saveNote(user, questionId, { base: 0, text: 'two' })).toEqual({
    conflict: { text: 'one', revision: 1 },
  })
  expect(await saveNote(user, questionId, { base: 1, text: 'two' })).toMatchObject({
    saved: { revision: 2 },
  })
  expect((await openJournal(user, questionId, now))!.note).toEqual({ text: 'two', revision: 2 })
  expect(await saveNote(randomUUID(), questionId, { base: 0, text: 'x' })).toEqual({
    missing: true,
  })
})

test('a list of notes shows words, not their markup', async () => {
  const user = await guest()
  const text =
    '## Why\n- say the **reason** *first*\n1. `code`, 2 * 3 * 4\n[the figure](/demos/paths)'
  await saveNote(user, questionId, { base: 0, text })
  const [note] = (await openProgress(user, now)).notes
  expect(note!.words).toBe('Why say the reason first code, 2 * 3 * 4 the figure')
})

test('a parked question is not due until it is taken back', async () => {
  const user = await guest()
  const { reviews } = reviewBatch.parse({
    reviews: [{ id: ulid(), questionId, event: 'graded', grade: 1 }],
  })
  const { lines } = (await prepareReviews(user, reviews, now)) as { lines: [] }
  await storeReviews(user, [reviews[0]!.id], lines, now)
  expect((await openToday(user, now)).cards).toHaveLength(1)
  await setMark(user, questionId, { kind: 'parked', on: true })
  await setMark(user, questionId, { kind: 'parked', on: true })
  expect((await openJournal(user, questionId, now))!.marks).toEqual({
    starred: false,
    parked: true,
  })
  expect((await openToday(user, now)).cards).toEqual([])
  expect((await openStatuses(user, now))[questionId]).toMatchObject({
    status: 'learning',
    parked: true,
  })
  await setMark(user, questionId, { kind: 'parked', on: false })
  expect((await openStatuses(user, now))[questionId]).toMatchObject({ status: 'due' })
  expect((await openToday(user, now)).cards).toHaveLength(1)
})

test('a report counts once however often it is sent, moves with its reader, and says not whose it is', async () => {
  const [user, account] = [await guest(), randomUUID()]
  const report = reportInput.parse({
    id: ulid(),
    contentHash: 'a'.repeat(64),
    text: ' A slip in step two. ',
    context: {
      page: '/questions/x',
      figures: ['/demos/paths?s=1.lambda~1'],
      seeds: { 'reg-0001/no-half': 7 },
    },
  })
  expect(await reportProblem(user, questionId, report)).toBe(true)
  expect(await reportProblem(user, questionId, report)).toBe(true)
  const found = (await reportsSince(new Date(0))).filter(({ id }) => id === report.id)
  expect(found).toMatchObject([
    { text: 'A slip in step two.', context: { seeds: { 'reg-0001/no-half': 7 } } },
  ])
  expect(found[0]).not.toHaveProperty('userId')
  expect(await reportProblem(account, questionId, report)).toBe(false)
  await db().user.create({ data: { id: account, email: `${account}@example.org` } })
  expect(await mergeGuest(user, account)).toBe(true)
  expect(await db().report.findUnique({ where: { id: report.id } })).toMatchObject({
    userId: account,
  })
})

test.each([
  [{ page: 'https://elsewhere.example/' }],
  [{ page: '/', figures: ['javascript:alert(1)'] }],
  [{ page: '/', seeds: { x: 1.5 } }],
])('a report with %j is refused', (context) => {
  const whole = { figures: [], seeds: {}, ...context }
  const sent = { id: ulid(), contentHash: 'a'.repeat(64), text: 'x', context: whole }
  expect(reportInput.safeParse(sent).success).toBe(false)
})

test('level and blind mode are the account’s; a guest’s are taken where it has none', async () => {
  const [guestId, account] = [await guest(), randomUUID()]
  await db().user.create({ data: { id: account, email: `${account}@example.org` } })
  expect(await readSettings(account)).toMatchObject({ level: null, blind: null })
  await saveSettings(guestId, { level: 'mid', blind: true })
  await saveSettings(account, { blind: false })
  expect(await mergeGuest(guestId, account)).toBe(true)
  expect(await readSettings(account)).toMatchObject({ level: 'mid', blind: false })
  expect(settingsInput.safeParse({ level: 'expert' }).success).toBe(false)
  // No database knows the year 0, and nobody has an interview then.
  for (const interviewOn of ['0000-01-01', '9999-12-31'])
    expect(settingsInput.safeParse({ interviewOn }).success, interviewOn).toBe(false)
  expect(settingsInput.safeParse({ interviewOn: '2027-02-28' }).success).toBe(true)
})
