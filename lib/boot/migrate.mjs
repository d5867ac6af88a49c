import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { withClient } from './connection.mjs'
import { Trouble } from './progress.mjs'
import { ROOT } from './root.mjs'
import { run } from './run.mjs'

/** @typedef {{ name: string, checksum: string }} Migration checksum: SHA-256 of its SQL, in hex, as Prisma writes it down */

export const FOLDER = path.join(ROOT, 'prisma', 'migrations')
/** Any number, but always the same: what two starts on one database wait for each other with. */
const ADVISORY_LOCK = 7_241_803

/**
 * Brings the database to the schema of this checkout. Prisma's command line takes seconds to start
 * and is asked only when something is missing.
 * @param {string} url
 * @returns {Promise<string>} what was done, for people to read
 */
export async function migrate(url) {
  const wanted = migrations()
  return withClient(url, async (client) => {
    // Of a transaction and not of the session, which behind a pooler would outlive us.
    await client.query('begin; set local idle_in_transaction_session_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [ADVISORY_LOCK])
    const missing = pending(wanted, await applied(client))
    if (missing.length === 0) return `${wanted.length} in place`
    const { code, output } = await run('prisma', ['migrate', 'deploy'], {
      env: { DATABASE_URL: url },
    })
    if (code !== 0) throw new Trouble(`The database could not be migrated.\n${output.trim()}`)
    return `${missing.length} applied`
  })
}

/**
 * Those still to be applied, in order.
 * @param {readonly Migration[]} wanted the checkout's
 * @param {readonly Migration[]} done the database's
 * @throws {Trouble} when the database holds what this checkout does not: it is newer, or was edited
 */
export function pending(wanted, done) {
  const known = new Map(wanted.map(({ name, checksum }) => [name, checksum]))
  for (const { name, checksum } of done) {
    if (!known.has(name)) {
      throw new Trouble(
        `The database is newer than this checkout: it holds the migration ${name}. ` +
          'Use the release that made it, or restore an older backup.',
      )
    }
    if (known.get(name) !== checksum) {
      throw new Trouble(
        `The migration ${name} was edited after the database had applied it. ` +
          'Undo the edit and write a new migration: npm run db:migrate',
      )
    }
  }
  const names = new Set(done.map(({ name }) => name))
  return wanted.filter(({ name }) => !names.has(name))
}

/** The checkout's migrations, oldest first. @param {string} [folder] @returns {Migration[]} */
export function migrations(folder = FOLDER) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, checksum: checksumOf(path.join(folder, name, 'migration.sql')) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** What the database has finished, oldest first. @param {import('pg').Client} client @returns {Promise<Migration[]>} */
export async function applied(client) {
  const { rows } = await client.query(`select to_regclass('_prisma_migrations') as found`)
  if (!rows[0].found) return []
  const done = await client.query(
    `select migration_name as name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by started_at`,
  )
  return done.rows
}

/** @param {string} file */
function checksumOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
