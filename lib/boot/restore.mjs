// npm run restore FILE [-- --replace]: a backup into an empty database; with --replace into one that is
// not, after keeping a backup of what it holds. All of it or nothing.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { backUp, backupFile } from './backup.mjs'
import { openBackup } from './backup-file.mjs'
import { contentsOf, copied, listTables, quoted, readPlainly } from './backup-tables.mjs'
import { withClient } from './connection.mjs'
import { openDatabase } from './database.mjs'
import { loadEnvFile } from './environment.mjs'
import { install } from './install.mjs'
import { FOLDER, migrate, migrations } from './migrate.mjs'
import { explain, Trouble } from './progress.mjs'

/** As Prisma makes it before the first migration. */
const MIGRATIONS_TABLE = `create table _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

/**
 * Puts a backup into a database in one transaction: its own schema, its rows, and then the comparison of
 * what is there with what was written down. After that the migrations that came since are applied.
 * @param {string} url
 * @param {string} file
 * @param {{ replace?: string, wanted?: import('./migrate.mjs').Migration[] }} [options] `replace`: where to
 *   keep a backup of what the database holds, if it holds anything; `wanted`: the checkout's migrations
 * @returns {Promise<{ rows: number, made: string, kept: string | null, migrated: string }>}
 */
export async function restore(url, file, { replace, wanted = migrations() } = {}) {
  const backup = await openBackup(file)
  try {
    assertNotNewer(backup.head, wanted, file)
    const isUsed = await withClient(url, holdsRows)
    if (isUsed && replace === undefined) {
      throw new Trouble(
        'The database is not empty, so nothing was restored. To replace what it holds (a backup ' +
          `of it is kept first): npm run restore ${file} -- --replace`,
      )
    }
    if (isUsed && replace) await backUp(url, replace)
    const rows = await withClient(url, (client) => load(client, backup, file))
    const migrated = await migrate(url)
    return { rows, made: backup.head.made, kept: isUsed ? (replace ?? null) : null, migrated }
  } finally {
    backup.close()
  }
}

/**
 * @param {import('./backup-file.mjs').Head} head
 * @param {import('./migrate.mjs').Migration[]} wanted
 * @param {string} file
 */
function assertNotNewer({ migrations: theirs }, wanted, file) {
  const ours = new Map(wanted.map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum } of theirs) {
    if (!ours.has(name)) {
      throw new Trouble(
        `${file} comes from a newer release: its schema has the migration ${name}, which this ` +
          'checkout does not know. Restore it with that release. Nothing was changed.',
      )
    }
    if (ours.get(name) !== checksum) {
      throw new Trouble(
        `${file} was made with another version of the migration ${name} than this checkout has. ` +
          'Restore it with the release that made it. Nothing was changed.',
      )
    }
  }
}

/** @param {import('pg').Client} client */
async function holdsRows(client) {
  const tables = (await listTables(client)).filter(({ name }) => name !== '_prisma_migrations')
  if (tables.length === 0) return false
  const some = tables.map(({ name }) => `exists (select from ${quoted(name)})`).join(' or ')
  const { rows } = await client.query(`select ${some} as found`)
  return /** @type {boolean} */ (rows[0].found)
}

/**
 * @param {import('pg').Client} client
 * @param {Awaited<ReturnType<typeof openBackup>>} backup
 * @param {string} file
 * @returns {Promise<number>} rows
 */
async function load(client, backup, file) {
  // @ts-expect-error -- the package has no types
  const { from } = await import('pg-copy-streams')
  const { tables, migrations: theirs } = backup.head
  await readPlainly(client)
  await client.query('begin')
  await client.query('drop schema public cascade; create schema public')
  await client.query(MIGRATIONS_TABLE)
  for (const { name } of theirs) {
    await client.query(readFileSync(path.join(FOLDER, name, 'migration.sql'), 'utf8'))
  }
  await readPlainly(client)
  await emptyAgain(client)
  for (const table of tables) {
    const rows = Readable.from(await backup.table(copied(table)), { objectMode: false })
    try {
      await pipeline(rows, client.query(from(`copy ${copied(table)} from stdin`)))
    } catch (error) {
      if (error instanceof Trouble) throw error
      const why = error instanceof Error ? error.message : error
      throw new Trouble(
        `${file} cannot be restored: the table ${table.name} refused its rows (${why}). ` +
          'Nothing was changed.',
      )
    }
  }
  const { contents, sequences } = await backup.end()
  for (const [name, at] of Object.entries(sequences)) {
    await client.query('select setval($1::regclass, $2)', [quoted(name), at])
  }
  const found = await contentsOf(client, tables)
  for (const { name } of tables) {
    const [is, was] = [found[name], contents[name]]
    if (is?.rows === was?.rows && is?.hash === was?.hash) continue
    throw new Trouble(
      `${file} does not hold what it says of the table ${name} (${is?.rows} rows, ${was?.rows} ` +
        'were written down). Nothing was restored; take another backup.',
    )
  }
  await client.query('commit')
  return Object.values(found).reduce((sum, each) => sum + Number(each.rows), 0)
}

/** What migrations have written into their tables is in the backup too. @param {import('pg').Client} client */
async function emptyAgain(client) {
  for (const { name } of (await listTables(client)).toReversed()) {
    const { rows } = await client.query(`select exists (select from ${quoted(name)}) as found`)
    if (rows[0].found) await client.query(`delete from ${quoted(name)}`)
  }
}

if (process.argv[1] === import.meta.filename) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { replace: { type: 'boolean' } },
    })
    const [file] = positionals
    if (!file) throw new Trouble('Which backup? npm run restore FILE')
    loadEnvFile()
    await install()
    const database = await openDatabase()
    try {
      const replace = values.replace ? backupFile('before-restore') : undefined
      const done = await restore(database.url, file, { ...(replace && { replace }) })
      if (done.kept) console.log(`What the database held is kept in ${done.kept}.`)
      console.log(`${done.rows} rows, as they were at ${done.made}; migrations: ${done.migrated}.`)
    } finally {
      await database.leave()
    }
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
}
