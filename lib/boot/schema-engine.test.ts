import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from './connection.mjs'
import { temporaryDatabase, type Database } from './database.mjs'
import { migrate } from './migrate.mjs'
import { run } from './run.mjs'

// Each call starts Prisma's command line, which takes seconds: few tests, and of what was once wrong.
const PATIENCE = 60_000
let database: Database

beforeAll(async () => {
  database = await temporaryDatabase()
}, PATIENCE)
afterAll(() => database.leave())

const prisma = (...args: string[]) => run('prisma', args, { env: { DATABASE_URL: database.url } })

test(
  'migrations are applied once, and Prisma agrees that they are',
  { timeout: PATIENCE },
  async () => {
    expect(await migrate(database.url)).toMatch(/applied/)
    expect(await migrate(database.url)).toMatch(/in place/)
    const status = await prisma('migrate', 'status')
    expect([status.code, status.output]).toEqual([0, expect.stringContaining('up to date')])
  },
)

test('migrations, database and schema are the same', { timeout: PATIENCE }, async () => {
  const schema = ['--to-schema', 'prisma/schema.prisma', '--exit-code']
  // Tried out on a database of their own: on the main one they would all be there already.
  for (const from of [['--from-migrations', 'prisma/migrations'], ['--from-config-datasource']]) {
    const { code, output } = await prisma('migrate', 'diff', ...from, ...schema)
    expect([code, output]).toEqual([0, expect.stringContaining('No difference detected')])
  }
  const { rows } = await withClient(database.url, (client) =>
    client.query(`select datname from pg_database where datname like 'prisma%'`),
  )
  expect(rows).toEqual([])
})

test('a difference is printed, and told by the exit code', { timeout: PATIENCE }, async () => {
  await withClient(database.url, (client) =>
    client.query('alter table users add column extra text'),
  )
  const to = ['--to-schema', 'prisma/schema.prisma', '--exit-code', '--script']
  const { code, output } = await prisma('migrate', 'diff', '--from-config-datasource', ...to)
  expect([code, output]).toEqual([2, expect.stringContaining('DROP COLUMN "extra"')])
})
