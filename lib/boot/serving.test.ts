import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { identity } from './living.mjs'
import { noteServing, refuseUnderServers } from './serving.mjs'

const folder = () => mkdtempSync(path.join(tmpdir(), 'serving-'))

test('nothing is built under a server that runs, and it is said where it runs', () => {
  const place = folder()
  expect(() => refuseUnderServers(place)).not.toThrow()
  const end = noteServing('http://127.0.0.1:3000', place)
  expect(() => refuseUnderServers(place)).toThrow(
    `http://127.0.0.1:3000, process ${process.pid}). A new build would take its pages`,
  )
  end()
  expect(() => refuseUnderServers(place)).not.toThrow()
})

test('what a killed server left stops nobody, and is cleared away', async () => {
  const place = folder()
  const child = spawn('sleep', ['60'])
  writeFileSync(path.join(place, String(child.pid)), `${identity(child.pid!)}\nhttp://127.0.0.1:1`)
  expect(() => refuseUnderServers(place)).toThrow(`process ${child.pid}`)
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(() => refuseUnderServers(place)).not.toThrow()
  expect(readdirSync(place)).toEqual([])
})

test('another process with the number of one that served is not taken for it', () => {
  const place = folder()
  writeFileSync(path.join(place, String(process.ppid)), `${process.ppid} 1\nhttp://127.0.0.1:1`)
  expect(() => refuseUnderServers(place)).not.toThrow()
})
