// npm run backup [FILE]: all of the database in one file, as it was at one moment, while the site runs.
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { END_OF_TABLE, endLine, headLine } from './backup-file.mjs'
import {
  contentsOf,
  copied,
  listTables,
  quoted,
  readPlainly,
  sequencesOf,
} from './backup-tables.mjs'
import { withClient } from './connection.mjs'
import { openDatabase } from './database.mjs'
import { loadEnvFile } from './environment.mjs'
import { install } from './install.mjs'
import { applied } from './migrate.mjs'
import { explain, Trouble } from './progress.mjs'
import { DATA } from './root.mjs'

/**
 * Writes the database down as it is at one moment: whatever is stored while it runs is not in it, in
 * whole or in part. Rows go through in pieces; readers and writers do not wait for it.
 * @param {string} url
 * @param {string} file must not be there; only its owner may read it
 * @param {(snapshot: string) => Promise<void>} [atSnapshot] told the name of that moment (for tests)
 * @returns {Promise<{ rows: number, bytes: number }>}
 */
export async function backUp(url, file, atSnapshot = async () => {}) {
  if (existsSync(file)) throw new Trouble(`${file} is there already; nothing was written over it.`)
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true })
  const draft = `${file}.${process.pid}.part`
  try {
    const rows = await withClient(url, async (client) => {
      await readPlainly(client)
      // A schema that is changed now waits until we have read it.
      await client.query('begin isolation level repeatable read')
      const tables = await listTables(client)
      if (!tables.some(({ name }) => name === '_prisma_migrations')) {
        throw new Trouble('This database holds no site yet: there is nothing to back up.')
      }
      const all = tables.map(({ name }) => quoted(name)).join(', ')
      await client.query(`lock table ${all} in access share mode`)
      const { rows: snapshots } = await client.query('select pg_export_snapshot() as name')
      await atSnapshot(snapshots[0].name)
      const counted = { rows: 0 }
      await write(draft, script(client, tables, counted))
      return counted.rows
    })
    renameSync(draft, file)
    return { rows, bytes: statSync(file).size }
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * @param {import('pg').Client} client
 * @param {import('./backup-tables.mjs').Table[]} tables
 * @param {{ rows: number }} counted
 */
async function* script(client, tables, counted) {
  // @ts-expect-error -- the package has no types
  const { to } = await import('pg-copy-streams')
  const { rows } = await client.query('show server_version')
  const migrations = (await applied(client)).map(({ name, checksum }) => ({ name, checksum }))
  const made = new Date().toISOString()
  yield headLine({ made, server: rows[0].server_version, migrations, tables })
  for (const table of tables) {
    yield `COPY ${copied(table)} FROM stdin;\n`
    yield* /** @type {AsyncIterable<Buffer>} */ (
      client.query(to(`copy ${copied(table)} to stdout`))
    )
    yield END_OF_TABLE
  }
  const contents = await contentsOf(client, tables)
  for (const each of Object.values(contents)) counted.rows += Number(each.rows)
  yield endLine({ contents, sequences: await sequencesOf(client) })
}

/** On the disk before it has its name. @param {string} file @param {AsyncIterable<string | Buffer>} text */
function write(file, text) {
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  return pipeline(Readable.from(text), createGzip(), out)
}

/** `.data/backups/…`, named by the moment. @param {string} [prefix] @param {Date} [now] */
export function backupFile(prefix = 'ridgeline', now = new Date()) {
  const stamp = now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '')
  return path.join(DATA, 'backups', `${prefix}-${stamp}.sql.gz`)
}

if (process.argv[1] === import.meta.filename) {
  try {
    loadEnvFile()
    await install()
    const file = process.argv[2] ?? backupFile()
    const database = await openDatabase()
    try {
      const began = performance.now()
      const { rows, bytes } = await backUp(database.url, file)
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(
        `${file}: ${rows} rows, ${bytes} bytes, in ${seconds} s. It holds what readers wrote: keep it private.`,
      )
    } finally {
      await database.leave()
    }
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
}
