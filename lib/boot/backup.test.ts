import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backUp, backupFile } from './backup.mjs'
import { type Contents, contentsOf, inOrder, listTables, readPlainly } from './backup-tables.mjs'
import { createDatabase, withClient } from './connection.mjs'
import { migrate, migrations } from './migrate.mjs'
import { restore } from './restore.mjs'

// R12. On the server that the tests run on, in databases of their own.

let folder = ''
const made: string[] = []
const source = place('source')
const file = () => path.join(folder, 'a.sql.gz')

function place(name: string): string {
  const url = new URL(process.env['DATABASE_URL'] ?? '')
  url.pathname = `/backup_${name}_${randomBytes(4).toString('hex')}`
  made.push(url.href)
  return url.href
}

async function emptyPlace(name: string): Promise<string> {
  const url = place(name)
  await createDatabase(url)
  return url
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ridgeline-backup-'))
  await createDatabase(source)
  await migrate(source)
  await write(source, 'first')
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await withClient(process.env['DATABASE_URL']!, async (client) => {
    for (const url of made) {
      await client.query(`drop database if exists "${new URL(url).pathname.slice(1)}" with (force)`)
    }
  })
})

/** One reader and what belongs to them, all in one transaction: a snapshot holds all of it or none. */
async function write(url: string, id: string) {
  await withClient(url, async (client) => {
    await client.query('begin')
    await addReader(client, id)
    await client.query('commit')
  })
}

/** Text that COPY has to escape: what ends a table, what stands for null, tabs, and characters of four bytes. */
const HARD = '\\.\n\\\\.\n\\N\ttab\r\n"quote" \u{1f600} é \u0001'

async function addReader(
  client: { query: (text: string, values: unknown[]) => unknown },
  id: string,
) {
  await client.query(`insert into users (id, name) values ($1, $2)`, [id, HARD])
  await client.query(
    `insert into settings (user_id, days_off, updated_at) values ($1, $2, now())`,
    [id, ['2026-12-24', 'a,b"c']],
  )
  await client.query(
    `insert into reports (id, user_id, question_id, content_hash, text, context)
     values ($1, $1, 'reg-0001', 'none', $2, $3)`,
    [id, HARD, JSON.stringify({ states: [HARD] })],
  )
}

/** What is there, as a session of its own sees it. */
function contents(url: string, snapshot?: string): Promise<Contents> {
  return withClient(url, async (client) => {
    await readPlainly(client)
    await client.query('begin isolation level repeatable read')
    if (snapshot) await client.query(`set transaction snapshot '${snapshot}'`)
    return contentsOf(client, await listTables(client))
  })
}

describe('R12: backup and restore', () => {
  test('under load: what is restored is the moment of the backup, whole', async () => {
    let isDone = false
    let written = 0
    const writers = Array.from({ length: 4 }, (_, nth) =>
      withClient(source, async (client) => {
        while (!isDone) {
          await client.query('begin')
          await addReader(client, `${nth} ${written++}`)
          await client.query('commit')
        }
      }),
    )
    while (written < 40) await sleep(5)
    let then: Contents = {}
    const at = written
    const { rows } = await backUp(source, file(), async (snapshot) => {
      then = await contents(source, snapshot)
      while (written < at + 80) await sleep(5)
    })
    isDone = true
    await Promise.all(writers)
    expect(rows).toBeGreaterThan(80)
    expect(statSync(file()).mode & 0o777).toBe(0o600)

    const target = await emptyPlace('target')
    expect(await restore(target, file())).toMatchObject({ rows, kept: null })
    expect(await contents(target)).toEqual(then)
    // The control: the database has gone on since, and the comparison sees that.
    expect(await contents(source)).not.toEqual(then)
    expect(then['users']!.rows).toBe(then['settings']!.rows)
    const [user] = await withClient(
      target,
      async (client) => (await client.query(`select name from users where id = 'first'`)).rows,
    )
    expect(user).toEqual({ name: HARD })
  })

  test('an older backup is brought forward, by its own schema first', async () => {
    const older = await emptyPlace('older')
    // Three of the migrations, as Prisma would have left them.
    const some = migrations().slice(0, 3)
    await withClient(older, async (client) => {
      await client.query(
        `create table _prisma_migrations (id varchar(36) primary key, checksum varchar(64) not null,
         finished_at timestamptz, migration_name varchar(255) not null, logs text,
         rolled_back_at timestamptz, started_at timestamptz not null default now(),
         applied_steps_count integer not null default 0)`,
      )
      for (const { name, checksum } of some) {
        await client.query(readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8'))
        await client.query(
          `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
           values ($1, $2, $3, clock_timestamp())`,
          [randomBytes(16).toString('hex'), checksum, name],
        )
      }
      await client.query(`insert into users (id, name) values ('old', $1)`, [HARD])
    })
    const old = path.join(folder, 'old.sql.gz')
    await backUp(older, old)
    const target = await emptyPlace('forward')
    const { migrated, rows } = await restore(target, old)
    expect(rows).toBe(4)
    expect(migrated).toBe(`${migrations().length - 3} applied`)
    expect((await contents(target))['users']!.rows).toBe('1')
  })

  test('a database in use is replaced only on demand, and kept', async () => {
    const target = await emptyPlace('used')
    await migrate(target)
    // Without a row it counts as empty.
    await expect(restore(target, file())).resolves.toMatchObject({ kept: null })
    await withClient(target, (client) => client.query('delete from users'))
    await write(target, 'mine')
    const mine = await contents(target)
    await expect(restore(target, file())).rejects.toThrow(/not empty.*--replace/)
    expect(await contents(target)).toEqual(mine)
    const kept = path.join(folder, 'kept.sql.gz')
    await restore(target, file(), { replace: kept })
    expect((await contents(target))['users']!.rows).not.toBe('1')
    await restore(target, kept, { replace: path.join(folder, 'kept-2.sql.gz') })
    expect(await contents(target)).toEqual(mine)
  })

  let target = ''
  beforeAll(async () => {
    target = await emptyPlace('bad')
  })

  /** The backup, unpacked, changed and packed again. */
  function forged(change: (text: string) => string): Buffer {
    return gzipSync(change(gunzipSync(readFileSync(file())).toString('latin1')), { level: 1 })
  }
  const raw = () => readFileSync(file())
  const latin = (text: Buffer) => Buffer.from(text)
  test.each<[string, () => Buffer, RegExp]>([
    ['nothing', () => Buffer.alloc(0), /damaged/],
    ['another file', () => Buffer.from('{"answers": []}\n'), /not a backup of this site/],
    ['another gzip', () => gzipSync('select 1;\n'), /not a backup of this site/],
    ['cut short', () => raw().subarray(0, raw().length - 40), /damaged/],
    ['half of it', () => raw().subarray(0, raw().length >> 1), /damaged/],
    ['one byte turned', () => flipped(raw()), /damaged|refused its rows|does not hold/],
    [
      'a row changed',
      () => latin(forged((text) => text.replace('first\t', 'fjrst\t'))),
      /does not hold|refused/,
    ],
    [
      'a row left out',
      () => latin(forged((text) => text.replace(/\n3 \d+\t.*\n/, '\n'))),
      /does not hold|refused/,
    ],
    [
      'without its end',
      () => latin(forged((text) => text.replace(/-- ridgeline end .*\n/, ''))),
      /damaged/,
    ],
    ['with more behind it', () => latin(forged((text) => `${text}drop table users;\n`)), /damaged/],
    [
      'of a newer release',
      () => latin(forged((text) => text.replace(/_init"/, '_init_of_2031"'))),
      /newer release.*2031/,
    ],
    [
      'of an edited migration',
      () => latin(forged((text) => text.replace(/"checksum":"../, '"checksum":"zz'))),
      /another version of the migration/,
    ],
  ])('%s is refused, and the database is as it was', async (_what, bytes, message) => {
    const bad = path.join(folder, 'bad.sql.gz')
    writeFileSync(bad, bytes())
    await expect(restore(target, bad)).rejects.toThrow(message)
    expect(await withClient(target, listTables)).toEqual([])
  })

  test('no file, a folder, a file that is there already, a database without a site: a sentence each', async () => {
    await expect(restore(target, path.join(folder, 'no'))).rejects.toThrow(/There is no file/)
    await expect(restore(target, folder)).rejects.toThrow(/is a folder/)
    await expect(backUp(source, file())).rejects.toThrow(/there already/)
    const fresh = path.join(folder, 'fresh.sql.gz')
    await expect(backUp(target, fresh)).rejects.toThrow(/holds no site yet/)
    expect(() => statSync(fresh)).toThrow(/ENOENT/)
  })
})

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  copy[copy.length >> 1]! ^= 0x10
  return copy
}

test('tables stand after those that they refer to; a circle has no order', () => {
  const names = (tables: { name: string }[]) => tables.map(({ name }) => name).join('')
  const table = (name: string, ...needs: string[]) => ({ name, needs })
  expect(names(inOrder([table('a', 'c'), table('b', 'a', 'c'), table('c')]))).toBe('cab')
  expect(() => inOrder([table('a', 'b'), table('b', 'a')])).toThrow(/refer to each other/)
  expect(backupFile('x', new Date('2026-11-30T01:02:03.4Z'))).toMatch(
    /backups.x-2026-11-30T010203Z.sql.gz$/,
  )
})
