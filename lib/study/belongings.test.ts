import { randomUUID } from 'node:crypto'
import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { questionById } from '#lib/content/questions.ts'
import { deleteUser } from '#lib/db/belongings.ts'
import { db } from '#lib/db/client.ts'
import { ankiFile, exportAnki, noteOf } from './export-anki.ts'
import { exportEverything } from './export-everything.ts'

// A real PostgreSQL. The database itself says which columns there are: a table that is added later is
// looked through as well, and must be filled here first.

const now = new Date('2026-11-29T12:00:00Z')
const EMAIL = 'to-be-deleted@example.org'

test('S10: deletion leaves no row: no column of any table holds the reader’s id or e-mail', async () => {
  const reader = await somebodyWithEverything(EMAIL)
  const bystander = await somebodyWithEverything('stays@example.org')
  const before = await placesOf(reader)
  // The control: the walk finds each table of theirs, so finding nothing means something.
  const owned = await tablesWithUser()
  expect(owned.length).toBeGreaterThan(9)
  expect(owned.filter((table) => !before.some((place) => place.startsWith(`${table}.`)))).toEqual(
    [],
  )
  expect(await placesOf(EMAIL)).toEqual(['users.email'])
  const kept = await placesOf(bystander)

  expect(await deleteUser(reader)).toBe(true)
  expect(await placesOf(reader)).toEqual([])
  expect(await placesOf(EMAIL)).toEqual([])
  expect(await placesOf(bystander)).toEqual(kept)
  expect(await db().responseRevision.count({ where: { tab: reader } })).toBe(0)
  expect(await deleteUser(reader)).toBe(false)
  await deleteUser(bystander)
})

/** Under which name the export holds the rows of a table that hangs on a user. */
// oxlint-disable-next-line typescript/no-explicit-any -- as JSON.parse gives it
const EXPORTED: Record<string, (file: any) => unknown[]> = {
  accounts: ({ services }) => services,
  attempts: ({ attempts }) => attempts,
  cards: ({ cards }) => cards,
  drafts: ({ drafts }) => drafts,
  interview_items: ({ interviews }) => interviews[0].items,
  interviews: ({ interviews }) => interviews,
  marks: ({ marks }) => marks,
  notes: ({ notes }) => notes,
  reports: ({ reports }) => reports,
  response_revisions: ({ interviews }) => interviews[0].items[0].revisions,
  reviews: ({ reviews }) => reviews,
  sessions: ({ sessions }) => sessions,
  settings: ({ settings }) => [settings],
  users: ({ account }) => [account],
}
/** What it leaves out, and why. */
const LEFT_OUT: Record<string, string> = {
  credentials: 'the hash of a password is good for guessing it alone',
  one_time_tokens: 'the hash of a link that was mailed, for half an hour',
}

test('S10: every table that hangs on a user is in the export, or is named with its reason', async () => {
  const reader = await somebodyWithEverything(`${randomUUID()}@example.org`)
  const file = JSON.parse(JSON.stringify(await exportEverything(reader, now)))
  const tables = await tablesOfUsers()
  expect(tables).toEqual(expect.arrayContaining(['response_revisions', 'sessions', 'users']))
  const missing = (all: readonly string[]) =>
    all.filter((table) => !(table in LEFT_OUT) && EXPORTED[table]?.(file).length !== 1)
  expect(missing(tables)).toEqual([])
  // The control: a table that is added, and rows that are not exported, are found.
  expect(missing([...tables, 'bookmarks'])).toEqual(['bookmarks'])
  file.notes = []
  expect(missing(tables)).toEqual(['notes'])
  await deleteUser(reader)
})

test('S10: the export holds every row, no key, and nothing that signs somebody in', async () => {
  const reader = await somebodyWithEverything(`${randomUUID()}@example.org`)
  const text = JSON.stringify(await exportEverything(reader, now))
  const all = JSON.parse(text)
  expect(all).toMatchObject({ format: 'ridgeline', version: 1, exportedAt: now.toISOString() })
  const lists = [
    'attempts',
    'reviews',
    'cards',
    'drafts',
    'notes',
    'marks',
    'reports',
    'interviews',
  ]
  for (const list of lists) expect(all[list], list).toHaveLength(1)
  expect(all.attempts[0].response).toEqual({ text: 'my own words' })
  expect(all.interviews[0].items[0].revisions[0].value).toEqual({ response: 'a', confidence: 1 })
  expect(all.settings.dailyMinutes).toBe(25)
  for (const secret of ['a hash of a password', 'a session', '"right"', '"why"'])
    expect(text).not.toContain(secret)
  expect(await exportEverything(randomUUID(), now)).toBeNull()
  await deleteUser(reader)
})

test('Anki gets one note a card, with an id that stays', async () => {
  const reader = await somebodyWithEverything(`${randomUUID()}@example.org`)
  const lines = (await exportAnki(reader)).trimEnd().split('\n')
  expect(lines.slice(0, 5)).toEqual([
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#deck column:2',
    '#tags column:3',
  ])
  const notes = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'))
  expect(notes).toHaveLength(1)
  expect(notes[0]).toHaveLength(5)
  expect(notes[0]!.slice(0, 2)).toEqual(['ridgeline-reg-0001', 'Ridgeline::Regularization'])
  await deleteUser(reader)
})

test('what would break Anki’s format is escaped; formulas get MathJax’s delimiters', async () => {
  const question = (await questionById('reg-0001'))!
  const [note] = noteOf(
    { ...question, asked: 'Is $a < b$\tand "c"?\nSay & show.' },
    '',
    'Regularization',
  )
  const row = ankiFile([note!]).trimEnd().split('\n').at(-1)!
  expect(row.split('\t')).toHaveLength(5)
  expect(row).toContain('"Is \\(a &lt; b\\) and ""c""? Say &amp; show."')
  expect(noteOf(question, 'no-such-point', 'Regularization')).toEqual([])
})

/** A reader with a row in every table that can hold one of theirs. @returns their id */
async function somebodyWithEverything(email: string): Promise<string> {
  const id = randomUUID()
  const questionId = 'reg-0001'
  const contentHash = `hash-${id.slice(0, 8)}`
  await db().contentVersion.create({ data: { hash: contentHash, questionId, question: {} } })
  await db().user.create({
    data: {
      id,
      email,
      mergedFrom: { create: { id: randomUUID() } },
      accounts: { create: { type: 'oauth', provider: 'test', providerAccountId: id } },
      sessions: { create: { id: `a session ${id.slice(0, 4)}`, expiresAt: now } },
      tokens: { create: { hash: `hash of a token ${id}`, purpose: 'reset', expiresAt: now } },
      credential: { create: { passwordHash: 'a hash of a password' } },
      settings: { create: { dailyMinutes: 25 } },
      drafts: { create: { questionId, text: 'a draft' } },
      notes: { create: { questionId, text: 'a note' } },
      marks: { create: { questionId, kind: 'starred' } },
      reports: { create: { id: ulid(), questionId, contentHash, text: 'a slip', context: {} } },
      cards: { create: { questionId, due: now } },
      reviews: { create: { id: ulid(), questionId, grade: 3 } },
      attempts: {
        create: {
          id: ulid(),
          questionId,
          itemId: `${questionId}/answer`,
          kind: 'answer',
          contentHash,
          response: { text: 'my own words' },
          grader: 'none',
        },
      },
      interviews: {
        create: {
          id: ulid(),
          blueprint: '1.length~1',
          seed: 1,
          startedAt: now,
          openedAt: now,
          closesAt: now,
          items: {
            create: {
              position: 0,
              questionId,
              itemId: 'answer',
              kind: 'answer',
              contentHash,
              seed: 1,
              minutes: 2,
              revisions: {
                create: {
                  id: ulid(),
                  seq: 1,
                  base: 0,
                  value: { response: 'a', confidence: 1 },
                  tab: id,
                },
              },
            },
          },
        },
      },
    },
  })
  return id
}

/** Every "table.column" in which a row holds exactly this text. */
async function placesOf(text: string): Promise<string[]> {
  const columns = await db().$queryRaw<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'character varying', 'uuid')
    order by table_name, column_name`
  const places: string[] = []
  for (const { table, column } of columns) {
    // Names come from the database's own catalogue.
    const [row] = await db().$queryRawUnsafe<{ n: bigint }[]>(
      `select count(*) as n from "${table}" where "${column}"::text = $1`,
      text,
    )
    if (row!.n > 0n) places.push(`${table}.${column}`)
  }
  return places
}

async function tablesWithUser(): Promise<string[]> {
  const rows = await db().$queryRaw<{ table: string }[]>`
    select table_name as table from information_schema.columns
    where table_schema = 'public' and column_name = 'user_id' order by table_name`
  return rows.map(({ table }) => table)
}

/** Tables whose rows hang on a user's, by however many foreign keys. */
async function tablesOfUsers(): Promise<string[]> {
  const rows = await db().$queryRaw<{ table: string }[]>`
    with recursive hanging as (
      select 'users'::regclass::oid as id
      union
      select con.conrelid from pg_constraint con join hanging on con.confrelid = hanging.id
      where con.contype = 'f'
    )
    select relname as table from pg_class join hanging on hanging.id = pg_class.oid order by 1`
  return rows.map(({ table }) => table)
}
