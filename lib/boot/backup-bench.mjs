// node lib/boot/backup-bench.mjs [MB]: how long a backup and its restore take, on a temporary database with
// so much text of attempts (200 MB without a number), and the most memory that this process had.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { backUp } from './backup.mjs'
import { createDatabase, withClient } from './connection.mjs'
import { temporaryDatabase } from './database.mjs'
import { migrate } from './migrate.mjs'
import { restore } from './restore.mjs'

const megabytes = Number(process.argv[2] ?? 200)
/** Of one answer in words, in bytes: about 230 words. */
const ANSWER = 1500

const folder = mkdtempSync(path.join(os.tmpdir(), 'ridgeline-bench-'))
const file = path.join(folder, 'a.sql.gz')
const database = await temporaryDatabase()
try {
  await migrate(database.url)
  const size = await withClient(database.url, async (client) => {
    await client.query(`insert into users (id) values ('reader')`)
    await client.query(
      `insert into reports (id, user_id, question_id, content_hash, text, context)
       select 'r' || n, 'reader', 'reg-' || n % 500, 'none',
         (select string_agg(md5((n * 100 + k)::text), ' ') from generate_series(1, $2 / 33) k), '{}'
       from generate_series(1, $1::int) n`,
      [Math.round((megabytes * 1e6) / ANSWER), ANSWER],
    )
    const { rows } = await client.query(
      'select pg_database_size(current_database())::float8 as size',
    )
    return rows[0].size / 1e6
  })
  const seconds = async (/** @type {() => Promise<unknown>} */ work) => {
    const began = performance.now()
    await work()
    return (performance.now() - began) / 1000
  }
  const out = await seconds(() => backUp(database.url, file))
  const target = new URL(database.url)
  target.pathname = '/restored'
  await createDatabase(target.href)
  const back = await seconds(() => restore(target.href, file))
  const memory = process.resourceUsage().maxRSS / 1000
  console.log(
    `${size.toFixed(0)} MB in the database, ${(statSync(file).size / 1e6).toFixed(0)} MB in the file: ` +
      `backup ${out.toFixed(1)} s, restore ${back.toFixed(1)} s; at most ${memory.toFixed(0)} MB of memory`,
  )
} finally {
  await database.leave()
  rmSync(folder, { recursive: true })
}
