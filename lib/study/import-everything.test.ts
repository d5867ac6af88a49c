import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { ulid } from 'ulid'
import { beforeAll, expect, test } from 'vitest'
import { faultSize } from '#lib/boot/fault-size.mjs'
import { deleteUser } from '#lib/db/belongings.ts'
import { db } from '#lib/db/client.ts'
import { chosenRows, itemRows } from '#lib/db/item-statistics.ts'
import { transaction } from '#lib/db/transaction.ts'
import { keepVersions } from '#lib/db/content-version.ts'
import { createGuest } from '#lib/db/user.ts'
import { exportEverything } from './export-everything.ts'
import { importEverything, previewImport } from './import-everything.ts'
import { importInput } from './import-file.ts'
import { gradesOf } from './import-grades.ts'
import { timeOf } from './import-names.ts'
import { interviewBank } from './interview-bank.ts'
import { listInterviews } from './list-interviews.ts'
import { DEEDS, liveThrough, type Step } from './made-history.ts'
import { openAttempt } from './open-attempt.ts'
import { openJournal } from './open-journal.ts'
import { openReport } from './open-report.ts'
import { rebuildCards } from './rebuild-cards.ts'

// A file that the export wrote, into an account that has nothing, into one that has some of it, and into
// the one that it came from. A real PostgreSQL and the real bank.

beforeAll(async () => void (await interviewBank()), 60_000)

const now = new Date('2026-11-30T12:00:00Z')
const guest = async () => (await createGuest(randomUUID())).id
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...DEEDS),
  question: fc.nat(2),
  text: fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.replaceAll('\0', '')),
  n: fc.nat(30),
})
const WHOLE = DEEDS.map((what, nth): Step => ({
  what,
  question: nth % 3,
  text: what,
  n: 2 * nth + 1,
}))

// oxlint-disable-next-line typescript/no-explicit-any -- as JSON.parse gives it
type File = Record<string, any>

/** As it lies on somebody's disk. */
async function fileOf(userId: string): Promise<File> {
  return JSON.parse(JSON.stringify(await exportEverything(userId, now))) as File
}

/** What travels: not whose it is. Lists without the order of equal moments. */
function content(whole: File, isNamed = true) {
  const { account: _1, exportedAt: _2, services: _3, sessions: _4, ...file } = whole
  // A link to an interview is not imported: a file does not show that it was its reader's to share.
  file['interviews'] = file['interviews'].map((each: File) => ({ ...each, shareId: null }))
  const text = JSON.stringify(file)
  // Without names: only that the same are the same, in their order.
  if (isNamed) return file
  const ids = [...new Set(text.match(/[0-7][0-9A-HJKMNP-TV-Z]{25}/g) ?? [])]
  return ids.reduce((all, id, nth) => all.replaceAll(id, `id-${nth}`), text)
}

async function take(userId: string, file: File) {
  return { tallies: (await importEverything(userId, read(file)))! }
}
const read = (file: File) => importInput.parse({ apply: true, file }).file

const sum = (tallies: Record<string, { added: number; here: number; leftOut: number }>) =>
  Object.values(tallies).reduce(
    (all, each) => ({
      added: all.added + each.added,
      here: all.here + each.here,
      leftOut: all.leftOut + each.leftOut,
    }),
    { added: 0, here: 0, leftOut: 0 },
  )

test('S10: export → nobody’s any more → import → export is the same, and again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const [from, to] = [await guest(), await guest()]
      await liveThrough(from, steps)
      const file = await fileOf(from)
      await deleteUser(from)
      const { tallies } = await take(to, file)
      expect(sum(tallies)).toMatchObject({ here: 0, leftOut: 0 })
      expect(content(await fileOf(to))).toEqual(content(file))
      expect((await rebuildCards(to)).asStored).toBe(true)
      const again = await take(to, file)
      expect(sum(again.tallies)).toEqual({ ...sum(tallies), added: 0, here: sum(tallies).added })
      expect(content(await fileOf(to))).toEqual(content(file))
    }),
    { numRuns: faultSize(8, 200), seed: 20261130 },
  )
})

test('into the account that it came from: all of it is here, and nothing changes', async () => {
  const user = await guest()
  await liveThrough(user, WHOLE)
  const file = await fileOf(user)
  const { tallies } = await take(user, file)
  expect(sum(tallies)).toMatchObject({ added: 0, leftOut: 0 })
  expect(await fileOf(user)).toEqual(file)
})

test('of somebody who is still here: it comes under names of its own, and theirs stays', async () => {
  const [from, to] = [await guest(), await guest()]
  await liveThrough(from, WHOLE)
  const file = await fileOf(from)
  expect(sum((await take(to, file)).tallies)).toMatchObject({ here: 0, leftOut: 0 })
  const copy = await fileOf(to)
  expect(content(copy, false)).toBe(content(file, false))
  for (const list of ['attempts', 'reviews', 'interviews', 'reports'])
    expect(copy[list].map(({ id }: File) => id)).not.toEqual(file[list].map(({ id }: File) => id))
  expect(await fileOf(from)).toEqual(file)
  expect((await rebuildCards(to)).asStored).toBe(true)
  // What is named after an interview found its new name: the report reads as the original's does.
  for (const [nth, { id, closedAt }] of copy['interviews'].entries()) {
    if (closedAt === null) continue
    const [mine, theirs] = await Promise.all([
      openReport(to, id),
      openReport(from, file['interviews'][nth].id),
    ])
    expect(JSON.stringify(mine).length).toBe(JSON.stringify(theirs).length)
  }
  // Found again, also when whose it was has gone.
  expect(sum((await take(to, file)).tallies)).toMatchObject({ added: 0 })
  await deleteUser(from)
  expect(sum((await take(to, file)).tallies)).toMatchObject({ added: 0 })
})

test('a link to an interview is nobody’s to take by a file, also when it leads nowhere any more', async () => {
  const [from, to] = [await guest(), await guest()]
  await liveThrough(from, [{ what: 'interview', question: 0, text: 'x', n: 5 }])
  const file = await fileOf(from)
  expect(file['interviews']).toMatchObject([{ shareId: expect.any(String) }])
  await deleteUser(from)
  await take(to, file)
  expect((await fileOf(to))['interviews']).toMatchObject([{ shareId: null }])
})

test('what was written in both places is kept in both forms; own settings stand', async () => {
  const [from, to] = [await guest(), await guest()]
  const deeds = ['draft', 'note', 'settings', 'mark'] as const
  await liveThrough(
    from,
    deeds.map((what) => ({ what, question: 0, text: 'theirs', n: 1 })),
  )
  await liveThrough(
    to,
    deeds.map((what) => ({ what, question: 0, text: 'mine', n: 7 })),
  )
  const before = await fileOf(to)
  await take(to, await fileOf(from))
  const after = await fileOf(to)
  for (const list of ['drafts', 'notes']) {
    expect(after[list]).toHaveLength(1)
    expect(after[list][0].text).toMatch(/mine[^]*theirs/)
  }
  expect(after['settings']).toEqual(before['settings'])
  expect(after['marks']).toEqual(before['marks'])
  await take(to, await fileOf(from))
  expect(await fileOf(to)).toEqual(after)
})

test('looking first writes nothing and says what would come of it', async () => {
  const [from, to] = [await guest(), await guest()]
  await liveThrough(from, WHOLE)
  const file = await fileOf(from)
  const empty = await fileOf(to)
  const looked = await previewImport(to, read(file))
  expect(await previewImport(null, read(file))).toEqual(looked)
  expect(await fileOf(to)).toEqual(empty)
  expect((await take(to, file)).tallies).toEqual(looked)
  expect(sum(await previewImport(to, read(file)))).toMatchObject({ added: 0 })
})

test('ten times at once adds it once', async () => {
  const [from, to] = [await guest(), await guest()]
  await liveThrough(from, WHOLE)
  const file = await fileOf(from)
  await deleteUser(from)
  const all = await Promise.all(Array.from({ length: 10 }, () => take(to, file)))
  expect(all.filter(({ tallies }) => tallies.attempts.added > 0)).toHaveLength(1)
  expect(content(await fileOf(to))).toEqual(content(file))
})

test('a file gives nobody a role, a score that was not earned, or a time to come', async () => {
  const [from, to] = [await guest(), await guest()]
  await liveThrough(from, [
    { what: 'item', question: 0, text: 'x', n: 0 },
    { what: 'rubric', question: 0, text: 'Some words.', n: 0 },
  ])
  const file = await fileOf(from)
  await deleteUser(from)
  const forged = structuredClone(file)
  forged['account'] = { ...forged['account'], role: 'admin', email: 'root@example.org' }
  for (const attempt of forged['attempts']) {
    if (attempt.kind !== 'answer') Object.assign(attempt, { scoreLow: 1, scoreHigh: 1 })
    attempt.receivedAt = '2099-01-01T00:00:00.000Z'
  }
  await take(to, forged)
  const after = await fileOf(to)
  const scores = ({ attempts }: File) =>
    attempts.map(({ id, scoreLow, scoreHigh }: File) => [id, scoreLow, scoreHigh]).toSorted()
  expect(scores(after)).toEqual(scores(file))
  expect(scores(after)).not.toEqual(scores(forged))
  for (const { receivedAt } of after['attempts'])
    expect(new Date(receivedAt).getTime()).toBeLessThan(Date.now() + 60_000)
  expect(await db().user.findUnique({ where: { id: to } })).toMatchObject({
    role: 'reader',
    email: null,
  })
})

test('versions that this site never had: answers are kept and say so, interviews are left out', async () => {
  const [from, to] = [await guest(), await guest()]
  await liveThrough(from, [
    { what: 'rubric', question: 0, text: 'Some words.', n: 0 },
    { what: 'interview', question: 0, text: 'x', n: 1 },
  ])
  const file = await fileOf(from)
  await deleteUser(from)
  const mark = randomUUID().replaceAll('-', '')
  const hashOf = (questionId: string) =>
    (mark + Buffer.from(questionId).toString('hex')).slice(0, 64).padEnd(64, '0')
  const real = file['attempts'][0]
  const hash = hashOf(real.questionId)
  for (const each of [...file['attempts'], ...file['interviews'][0].items])
    each.contentHash = hashOf(each.questionId)
  const { tallies } = await take(to, file)
  expect(tallies.attempts).toEqual({ added: file['attempts'].length, here: 0, leftOut: 0 })
  expect(tallies.interviews).toEqual({ added: 0, here: 0, leftOut: 1 })
  const shown = (await openAttempt(to, real.id))!
  expect(shown.question.asked).toContain('not on this site')
  expect(shown.question.isUnchanged).toBe(false)
  expect(await openJournal(to, real.questionId, now)).not.toBeNull()
  expect(await listInterviews(to)).toEqual([])
  // Once the site has that version it is shown as it was.
  const { question } = (await db().contentVersion.findFirst({
    where: { questionId: real.questionId, hash: { not: hash } },
  }))!
  const version = { hash, questionId: real.questionId, question: question as object }
  await transaction((tx) => keepVersions(tx, [version]))
  expect((await openAttempt(to, real.id))!.question.asked).not.toContain('not on this site')
})

test('what a file claims of a version that is not here counts in nobody’s statistics', async () => {
  const [from, to] = [await guest(), await guest()]
  await liveThrough(from, [{ what: 'item', question: 0, text: 'x', n: 0 }])
  const file = await fileOf(from)
  await deleteUser(from)
  const [real] = file['attempts']
  expect(real).toMatchObject({ grader: 'server' })
  // Of a question of its own: other tests answer those of the bank meanwhile.
  const questionId = `q-${randomUUID()}`
  const contentHash = randomUUID().replaceAll('-', '').repeat(2)
  const mine = { ...real, questionId, itemId: `${questionId}/x`, contentHash }
  const counted = async () => [
    ...(await itemRows()).filter((row) => row.questionId === questionId),
    ...(await chosenRows()).filter(({ itemId }) => itemId.startsWith(questionId)),
  ]
  file['attempts'] = [{ ...mine, scoreLow: 0.5, scoreHigh: 0.5 }]
  expect((await take(to, file)).tallies.attempts.added).toBe(1)
  expect((await fileOf(to))['attempts']).toMatchObject([{ scoreLow: 0.5, grader: 'self' }])
  // Nor does what has no score: neither that it was given nor how long it took.
  const none = { grader: 'none', scoreLow: null, scoreHigh: null, elapsedMs: 999_999 }
  file['attempts'] = [{ ...mine, ...none, id: ulid() }]
  expect((await take(await guest(), file)).tallies.attempts.added).toBe(1)
  expect(await counted()).toEqual([])
  // The control: of a version that is known it counts.
  await db().contentVersion.update({ where: { hash: contentHash }, data: { question: {} } })
  expect(await counted()).toMatchObject([{ n: 1, medianMs: 999_999 }])
})

test('what is here already is not graded again, and what comes twice once', async () => {
  const user = await guest()
  await liveThrough(user, [{ what: 'item', question: 0, text: 'x', n: 0 }])
  const file = await fileOf(user)
  const [real] = file['attempts']
  const other = { ...real, id: ulid() }
  file['attempts'] = [real, other, other, real]
  const names = { of: (id: string) => id, isHere: (id: string) => id === real.id }
  expect([...(await gradesOf(read(file), names)).verdicts.keys()]).toEqual([other.id])
  expect((await take(user, file)).tallies.attempts).toEqual({ added: 1, here: 1, leftOut: 0 })
})

test('whoever puts words into a shape that no page can show is told, and the rest comes in', async () => {
  const [from, to] = [await guest(), await guest()]
  await liveThrough(from, [
    { what: 'answer', question: 0, text: 'Good words.', n: 0 },
    { what: 'answer', question: 1, text: 'Other words.', n: 0 },
  ])
  const file = await fileOf(from)
  await deleteUser(from)
  file['attempts'][1].response = 5
  const { tallies } = await take(to, file)
  expect(tallies.attempts).toEqual({ added: 1, here: 0, leftOut: 1 })
})

test('what names the same thing twice is refused, not half of it lost', async () => {
  const from = await guest()
  await liveThrough(from, [
    { what: 'draft', question: 0, text: 'one', n: 0 },
    { what: 'interview', question: 0, text: 'x', n: 5 },
    { what: 'interview', question: 0, text: 'x', n: 10 },
  ])
  const file = await fileOf(from)
  const isRead = (change: object) =>
    importInput.safeParse({ apply: true, file: { ...file, ...change } }).success
  expect(isRead({})).toBe(true)
  expect(isRead({ drafts: [...file['drafts'], { ...file['drafts'][0], text: 'two' }] })).toBe(false)
  const [one, other] = file['interviews']
  expect(one.shareId).not.toBeNull()
  expect(isRead({ interviews: [one, { ...other, shareId: one.shareId }] })).toBe(false)
  expect(isRead({ interviews: [one, { ...other, items: one.items, position: 0 }] })).toBe(false)
})

test('counts that the database cannot keep are refused; a file from before level and blind is read', async () => {
  const from = await guest()
  await liveThrough(from, [
    { what: 'draft', question: 0, text: 'one', n: 0 },
    { what: 'settings', question: 0, text: 'x', n: 0 },
  ])
  const file = await fileOf(from)
  const parsed = (change: object) =>
    importInput.safeParse({ apply: true, file: { ...file, ...change } })
  const [draft] = file['drafts']
  expect(parsed({ drafts: [{ ...draft, revision: 1_000_000_000 }] }).success).toBe(true)
  for (const revision of [2 ** 31 - 1, 2 ** 31, 2 ** 53])
    expect(parsed({ drafts: [{ ...draft, revision }] }).success).toBe(false)
  const { level: _1, blind: _2, ...older } = file['settings']
  const { data } = parsed({ settings: older })
  expect(data?.file.settings).toMatchObject({ level: null, blind: null })
})

test('S10: a history of thousands comes in while others are served', async () => {
  const [from, to] = [await guest(), await guest()]
  await liveThrough(from, [
    { what: 'rubric', question: 0, text: 'Some words of an answer.', n: 0 },
    { what: 'item', question: 1, text: 'x', n: 1 },
  ])
  const file = await fileOf(from)
  await deleteUser(from)
  const many = faultSize(1_000, 10_000)
  file['attempts'] = Array.from({ length: many }, (_, nth) => {
    const each = file['attempts'][nth % 3]
    // A rubric marks the answer that was there; the others get ids of their own.
    return { ...each, id: nth < 3 ? each.id : ulid() }
  })
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const before = performance.now()
  const { tallies } = await take(to, file)
  clearInterval(watch)
  expect(tallies.attempts).toEqual({ added: many, here: 0, leftOut: 0 })
  process.stdout.write(
    `${many} answers: ${Math.round(performance.now() - before)} ms, nobody else for at most ${Math.round(longest)} ms\n`,
  )
})

test.each([
  [{ format: 'anki' }, 'This is no file that Ridgeline has exported.'],
  [{ version: 7 }, 'This file is of version 7 of the export; this site reads version 1.'],
  // Of which no text can be made by itself.
  [
    { version: { toString: 1 } },
    'This file is of version {"toString": of the export; this site reads version 1.',
  ],
  [{ attempts: 'none' }, ''],
  [{ marks: [{ questionId: '../x', kind: 'starred', createdAt: now }] }, ''],
  [
    { marks: [{ questionId: 'reg-0001', kind: 'starred', createdAt: '0000-01-01T00:00:00Z' }] },
    'is not of our time: 1900 to 2199',
  ],
  [
    { marks: [{ questionId: 'reg-0001', kind: 'starred', createdAt: '9999-12-31T23:59:59Z' }] },
    'is not of our time: 1900 to 2199',
  ],
])('%j is refused in words', async (change, sentence) => {
  const file = { ...(await fileOf(await guest())), ...change }
  const parsed = importInput.safeParse({ apply: true, file })
  expect(parsed.success).toBe(false)
  if (sentence) expect(parsed.error!.issues.map(({ message }) => message)).toContain(sentence)
})

test('the moment of a ULID', () => {
  expect(timeOf('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toEqual(new Date(1_469_922_850_259))
})
