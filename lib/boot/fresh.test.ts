import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withClient } from './connection.mjs'
import { checkDatabase } from './checks.mjs'
import { temporaryDatabase } from './database.mjs'
import { secret } from './environment.mjs'
import { migrate } from './migrate.mjs'

// S12: the embedded database as a fresh install makes it.

describe('S12: a fresh install', () => {
  let database: Awaited<ReturnType<typeof temporaryDatabase>>
  let home = ''
  beforeAll(async () => {
    database = await temporaryDatabase()
    await migrate(database.url)
    home = path.dirname(await setting('data_directory'))
  })
  afterAll(() => database.leave())

  function setting(name: string): Promise<string> {
    return withClient(database.url, async (client) => {
      const { rows } = await client.query<Record<string, string>>(`show ${name}`)
      return rows[0]![name]!
    })
  }

  test.each([
    ['listen_addresses', '127.0.0.1'],
    ['unix_socket_directories', ''],
    ['data_checksums', 'on'],
    ['fsync', 'on'],
    ['full_page_writes', 'on'],
    ['synchronous_commit', 'on'],
    ['password_encryption', 'scram-sha-256'],
  ])('%s is "%s"', async (name, value) => {
    expect(await setting(name)).toBe(value)
  })

  const isLinux = existsSync('/proc/net/tcp')
  test.runIf(isLinux)('listens at the loopback address and at no other', () => {
    expect(listening(Number(new URL(database.url).port))).toEqual(['127.0.0.1'])
  })

  test.runIf(isLinux)('the control: what listens to everybody is seen', async () => {
    const server = net.createServer().listen(0, '0.0.0.0')
    await once(server, 'listening')
    try {
      expect(listening((server.address() as net.AddressInfo).port)).toEqual(['0.0.0.0'])
    } finally {
      server.close()
    }
  })

  test('nobody gets in without the password, which is random and only its owner reads', async () => {
    const file = path.join(home, 'password')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(path.join(home, 'data')).mode & 0o077).toBe(0)
    expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{32}$/)
    for (const password of ['', 'postgres', 'ridgeline', 'password']) {
      const url = new URL(database.url)
      url.password = password
      await expect(withClient(url.href, async () => {})).rejects.toThrow(/password/)
    }
    const hba = readFileSync(path.join(home, 'data', 'pg_hba.conf'), 'utf8')
    const ways = hba.split('\n').filter((line) => /^(local|host)/.test(line))
    expect(ways.map((line) => line.trim().split(/\s+/).at(-1))).toEqual(
      ways.map(() => 'scram-sha-256'),
    )
    // That of the server that the other tests run on, if it is one of ours.
    const other = new URL(process.env['DATABASE_URL'] ?? 'postgresql://nobody:none@localhost/')
    expect(other.password).not.toBe(new URL(database.url).password)
  })

  test('there is no user, and so no administrator, that anybody could know', async () => {
    const rows = await withClient(database.url, async (client) => {
      return (await client.query('select count(*)::int as n from users')).rows
    })
    expect(rows).toEqual([{ n: 0 }])
  })

  test('the secret of the machine is random and only its owner reads it', () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'ridgeline-secret-'))
    try {
      const files = ['a', 'b'].map((name) => path.join(folder, name))
      const [one, two] = files.map((file) => secret({ NODE_ENV: 'test' }, file))
      expect(one).not.toBe(two)
      for (const file of files) expect(statSync(file).mode & 0o777).toBe(0o600)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('the checks of the start say what they found, checksums too', async () => {
    expect(await checkDatabase(database.url)).toMatch(
      /^durable, checksums on, clocks \d+ ms apart$/,
    )
  })
})

/** Addresses at which somebody listens on this port, as the kernel lists them: in hexadecimal, turned round. */
function listening(port: number): string[] {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return (
    ['/proc/net/tcp', '/proc/net/tcp6']
      .filter((file) => existsSync(file))
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .map((line) => line.trim().split(/\s+/))
      // State 0A: LISTEN.
      .filter(([, local = '', , state]) => local.endsWith(wanted) && state === '0A')
      .map(([, local = '']) => local.slice(0, -wanted.length))
      .map((address) =>
        address.length === 8
          ? [...Buffer.from(address, 'hex')].toReversed().join('.')
          : `[${address}]`,
      )
  )
}
