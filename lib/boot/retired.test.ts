import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { retiredAddresses, sayingGone } from './retired.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'ridgeline-'))
  mkdirSync(path.join(root, 'content/questions/a'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

function write(name: string, front: string) {
  writeFileSync(
    path.join(root, 'content/questions/a', name),
    `---\n${front}\n---\nstatus: retired\n`,
  )
}

test('retired questions under all their addresses, and no others', () => {
  write('here.mdx', 'id: a-0001\naliases: [there]\nstatus: published')
  write('gone.mdx', 'id: a-0002\naliases: [older, oldest]\nstatus: retired')
  write(
    'block.mdx',
    "id: a-0003\nstatus: 'retired'\naliases:\n  - before\n  - long-before\nkind: case",
  )
  write('none.mdx', 'id: a-0004\naliases: []\nstatus: retired')
  expect(Object.fromEntries(retiredAddresses(root))).toEqual({
    '/questions/gone': 'gone',
    '/questions/older': 'gone',
    '/questions/oldest': 'gone',
    '/questions/block': 'block',
    '/questions/before': 'block',
    '/questions/long-before': 'block',
    '/questions/none': 'none',
  })
  expect(retiredAddresses(path.join(root, 'nowhere')).size).toBe(0)
})

test('they answer 410 with their page; others, and other answers, stay what they are', async () => {
  const handle = sayingGone(
    (request, response) => {
      response.statusCode = request.headers['x-fail'] ? 500 : 200
      response.end(request.url)
    },
    new Map([['/questions/gone', 'gone']]),
  )
  const server = http.createServer(handle)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const get = async (url: string, headers = {}) => {
    const reply = await fetch(`http://127.0.0.1:${port}${url}`, { headers })
    return [reply.status, await reply.text()]
  }
  try {
    expect(await get('/questions/gone?from=search')).toEqual([
      410,
      '/questions/retired/gone?from=search',
    ])
    expect(await get('/questions/going')).toEqual([200, '/questions/going'])
    expect(await get('/questions/gone', { 'x-fail': '1' })).toEqual([
      500,
      '/questions/retired/gone',
    ])
  } finally {
    server.close()
  }
})
