import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from './connection.mjs'
import { openEmbedded } from './database.mjs'
import { runningPostmaster } from './postmaster.mjs'

let home = ''
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), 'ridgeline-home-'))
  chmodSync(home, 0o755)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('processes that start at once share one server; the last to leave stops it', async () => {
  const users = await Promise.all([user(), user(), user()])
  const [first, second, third] = users as [User, User, User]
  expect(new Set(users.map(({ url }) => url)).size).toBe(1)
  expect(users.filter(({ found }) => found.startsWith('made')).length).toBe(1)
  expect(new URL(first.url).port).not.toBe('5432')

  // Killed, it cannot say that it leaves, and the others keep the server.
  await first.end('SIGKILL')
  await second.end('SIGTERM')
  expect(await works(third.url)).toBe(true)

  const { pid = 0 } = runningPostmaster(path.join(home, 'data')) ?? {}
  process.kill(pid, 'SIGKILL')
  // Somebody who watches brings it back at the same address.
  await expect.poll(() => works(third.url), { timeout: 15_000 }).toBe(true)
  expect(runningPostmaster(path.join(home, 'data'))?.pid).not.toBe(pid)

  await third.end('SIGTERM')
  expect(runningPostmaster(path.join(home, 'data'))).toBeNull()
}, 60_000)

test('what was left running is joined, and the data is still there', async () => {
  const before = await user()
  await withClient(before.url, (client) => client.query('create table kept as select 1 as one'))
  await before.end('SIGKILL')
  expect(runningPostmaster(path.join(home, 'data'))).not.toBeNull()

  const database = await openEmbedded(home)
  expect(database).toMatchObject({ url: before.url, found: expect.stringContaining('joined') })
  const { rows } = await withClient(database.url, (client) =>
    client.query(`select one, current_setting('data_checksums') as checksums,
      current_setting('listen_addresses') as listen, getdatabaseencoding() as encoding from kept`),
  )
  expect(rows).toEqual([{ one: 1, checksums: 'on', listen: '127.0.0.1', encoding: 'UTF8' }])
  expect(statSync(path.join(home, 'password')).mode & 0o077).toBe(0)
  const stranger = new URL(database.url)
  stranger.password = 'postgres'
  expect(await works(stranger.href)).toBe(false)
  await database.leave()
  await database.leave()
  expect(existsSync(path.join(home, 'data', 'postmaster.pid'))).toBe(false)
}, 60_000)

type User = { url: string; found: string; end: (signal: NodeJS.Signals) => Promise<void> }

/** Another process that opens the database, keeps watch over it, and leaves it when it is asked to. */
async function user(): Promise<User> {
  const script = `
    import { openEmbedded } from './lib/boot/database.mjs'
    const database = await openEmbedded(${JSON.stringify(home)})
    database.watch(() => {})
    process.on('SIGTERM', () => database.leave().then(() => process.exit(0)))
    console.log(JSON.stringify({ url: database.url, found: database.found }))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk) => resolve(String(chunk)))
    void ended.then(() => reject(new Error('it ended')))
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
    await sleep(10)
  }
  return { ...(JSON.parse(line) as { url: string; found: string }), end }
}

async function works(url: string) {
  try {
    await withClient(url, (client) => client.query('select 1'))
    return true
  } catch {
    return false
  }
}
