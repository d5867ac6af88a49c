import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keeper } from './compile-cache.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ridgeline-'))
})
afterEach(() => rm(folder, { recursive: true }))

const version = async (text = '1') => text

function counted() {
  let times = 0
  return { make: async () => ({ code: 'c', times: ++times }), times: () => times }
}

test('a content is compiled once, also when asked for twice at once', async () => {
  const keep = keeper(folder, version)
  const { make, times } = counted()
  const [a, b] = await Promise.all([keep('hash', make), keep('hash', make)])
  expect(a).toBe(b)
  expect(times()).toBe(1)
})

test('the next process reads it from disk; nothing half-written is left', async () => {
  const { make, times } = counted()
  await keeper(folder, version)('hash', make)
  expect(await keeper(folder, version)('hash', make)).toEqual({ code: 'c', times: 1 })
  expect(times()).toBe(1)
  expect(await readdir(folder)).toEqual(['hash-1.json'])
})

test('another content and another pipeline are compiled', async () => {
  const { make, times } = counted()
  await keeper(folder, version)('hash', make)
  await keeper(folder, version)('other', make)
  await keeper(folder, () => version('2'))('hash', make)
  expect(times()).toBe(3)
})

test('a damaged file is compiled again', async () => {
  const { make, times } = counted()
  await writeFile(join(folder, 'hash-1.json'), '{"code":')
  expect(await keeper(folder, version)('hash', make)).toEqual({ code: 'c', times: 1 })
  expect(times()).toBe(1)
})

test('a folder that cannot be written is no error', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  const keep = keeper(join(file, 'below'), version)
  const { make, times } = counted()
  await keep('hash', make)
  await keep('hash', make)
  expect(times()).toBe(1)
})

test('what failed is tried again', async () => {
  const keep = keeper(folder, version)
  await expect(keep('hash', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await keep('hash', counted().make)).toMatchObject({ code: 'c' })
})
