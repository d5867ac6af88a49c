import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codeStamp, sourceStamp } from './build.mjs'
import { assertDurable, assertSameTime, CLOCK_TOLERANCE } from './checks.mjs'
import { address, secret } from './environment.mjs'
import { identity, isAlive } from './living.mjs'
import { withLock } from './lock.mjs'
import { count } from './ledger.mjs'
import { pending } from './migrate.mjs'
import { choosePort } from './port.mjs'
import { parsePidFile, runningPostmaster } from './postmaster.mjs'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ridgeline-boot-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the build is stale when, and only when, what it reads has changed', () => {
  test.each([
    ['app/page.tsx', true],
    ['content/questions/a.mdx', true],
    ['lib/figures/paths.ts', true],
    ['public/new.txt', true],
    ['package-lock.json', true],
    ['lib/figures/paths.test.ts', false],
    ['lib/boot/door.mjs', false],
    ['e2e/journey.spec.ts', false],
    ['README.md', false],
  ])('%s: %s', (file, isStale) => {
    write('app/page.tsx', 'one')
    const before = sourceStamp(folder)
    expect(sourceStamp(folder)).toBe(before)
    write(file, `another ${file}`)
    expect(sourceStamp(folder) !== before).toBe(isStale)
  })

  test.each([
    ['app/page.tsx', 'another', true],
    ['content/questions/a.mdx', '---\nstatus: published\n---\nAnother.', false],
    ['content/questions/a.mdx', '---\nstatus: retired\n---\nAnother.', true],
    ['content/topics.yaml', 'another', false],
  ])('compiled is anew for %s, %j: %s', (file, text, isStale) => {
    write('content/questions/a.mdx', '---\nstatus: published\n---\nOne.')
    const before = codeStamp(folder)
    write(file, text)
    expect(codeStamp(folder) !== before).toBe(isStale)
  })
})

describe('the secret', () => {
  test('is made once, for its owner alone', () => {
    const file = path.join(folder, 'keep', 'secret')
    const made = secret({ NODE_ENV: 'test' }, file)
    expect(Buffer.byteLength(made)).toBeGreaterThanOrEqual(32)
    expect(secret({ NODE_ENV: 'test' }, file)).toBe(made)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })
  test('is refused when it is short, with what to do', () => {
    const env = { NODE_ENV: 'test', NEXTAUTH_SECRET: 'x'.repeat(31) } as const
    expect(() => secret(env)).toThrow(/NEXTAUTH_SECRET has 31 bytes.*openssl rand/)
    expect(secret({ ...env, NEXTAUTH_SECRET: 'x'.repeat(32) })).toHaveLength(32)
  })
})

describe('the address', () => {
  test.each([
    [{}, { host: '127.0.0.1', port: 3000, isPortGiven: false }],
    [
      { HOST: '0.0.0.0', PORT: '8080' },
      { host: '0.0.0.0', port: 8080, isPortGiven: true },
    ],
    [{ PORT: '' }, { host: '127.0.0.1', port: 3000, isPortGiven: false }],
  ])('%j', (env, expected) => {
    expect(address({ NODE_ENV: 'test', ...env })).toEqual(expected)
  })
  test.each(['http', '65536', '-1', '3.5'])('PORT=%s is refused', (PORT) => {
    expect(() => address({ NODE_ENV: 'test', PORT })).toThrow(/PORT/)
  })
  test('a busy port is refused when it was asked for, and passed over when it was not', async () => {
    const { createServer } = await import('node:net')
    const busy = createServer()
    await new Promise<void>((resolve) => void busy.listen(0, '127.0.0.1', resolve))
    const { port } = busy.address() as { port: number }
    const wanted = { host: '127.0.0.1', port }
    await expect(choosePort({ ...wanted, isPortGiven: true })).rejects.toThrow(/in use/)
    expect(await choosePort({ ...wanted, isPortGiven: false })).toBeGreaterThan(port)
    busy.close()
  })
})

describe('postmaster.pid', () => {
  const text = '4242\n/data\n1764000000\n46667\n\n127.0.0.1\n  123 4\nready   \n'
  test('names the process, the port and the status', () => {
    expect(parsePidFile(text)).toEqual({ pid: 4242, port: 46667, status: 'ready' })
  })
  test.each(['', '4242\n', 'x\n\n\n46667\n', '4242\n/data\n1\n\n'])('unfinished: %j', (half) => {
    expect(parsePidFile(half)).toBeNull()
  })
  test('of a dead process, or of another program with its number, is removed', () => {
    const file = path.join(folder, 'postmaster.pid')
    for (const pid of [2 ** 22 + 1, process.pid]) {
      writeFileSync(file, text.replace('4242', String(pid)))
      expect(runningPostmaster(folder)).toBeNull()
      expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined()
    }
  })
})

describe('a lock', () => {
  test('lets one in at a time', async () => {
    const file = path.join(folder, 'lock')
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await new Promise((resolve) => setTimeout(resolve, 5))
      inside -= 1
    }
    await Promise.all(Array.from({ length: 8 }, () => withLock(file, work)))
    expect(most).toBe(1)
  })
  test('is taken over from the dead, not from the living', async () => {
    const file = path.join(folder, 'left')
    writeFileSync(file, '4194305 77')
    expect(await withLock(file, () => 'entered')).toBe('entered')
    writeFileSync(file, String(identity(process.ppid)))
    await expect(withLock(file, () => 'entered', 100)).rejects.toThrow(/too long/)
  })
  test('knows a process from a later one with its number', () => {
    expect(isAlive(String(identity(process.pid)))).toBe(true)
    expect(isAlive(`${process.pid} 1`)).toBe(false)
    expect(isAlive('')).toBe(false)
  })
})

describe('migrations', () => {
  const [first, second] = [
    { name: '1_init', checksum: 'a' },
    { name: '2_more', checksum: 'b' },
  ]
  test('those that are missing are applied', () => {
    expect(pending([first, second], [])).toEqual([first, second])
    expect(pending([first, second], [first])).toEqual([second])
    expect(pending([first, second], [first, second])).toEqual([])
  })
  test('a newer database and an edited migration are refused', () => {
    expect(() => pending([first], [first, second])).toThrow(/newer than this checkout.*2_more/)
    expect(() => pending([first], [{ ...first, checksum: 'x' }])).toThrow(/1_init was edited/)
  })
})

describe('the database is refused', () => {
  const on = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' }
  test.each(Object.keys(on))('with %s off', (name) => {
    expect(() => assertDurable(on)).not.toThrow()
    expect(() => assertDurable({ ...on, [name]: 'off' })).toThrow(`${name} = off`)
  })
  test('when its clock is another', () => {
    expect(assertSameTime(1005, 1000, 1010)).toBe(0)
    expect(assertSameTime(1000 - CLOCK_TOLERANCE, 1000, 1010)).toBe(CLOCK_TOLERANCE)
    expect(() => assertSameTime(1011 + CLOCK_TOLERANCE, 1000, 1010)).toThrow(/2\.0 s apart/)
  })
})

describe('reports are counted', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, testResults: [] as object[] }
  const broken = { status: 'failed', assertionResults: [] }
  const tests = (status: string) => [{ status, projectName: 'phone' }]
  const once = { title: 'a page is read', tests: tests('expected') }
  const twice = { title: 'a page is drawn', tests: tests('flaky') }
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 }
  test.each([
    [vitest, { passed: 5, failed: 1, second: [] }],
    [
      { ...vitest, testResults: [broken] },
      { passed: 5, failed: 2, second: [] },
    ],
    [
      { stats, errors: ['x'], suites: [{ suites: [{ specs: [once, twice] }] }] },
      { passed: 8, failed: 2, second: ['[phone] a page is drawn'] },
    ],
  ])('%#', (report, expected) => {
    expect(count(JSON.stringify(report))).toEqual(expected)
  })
  test('none counts nothing', () =>
    expect(count(null)).toEqual({ passed: 0, failed: 0, second: [] }))
})

function write(file: string, text: string) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}
