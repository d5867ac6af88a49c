import { expect, test } from 'vitest'
import { MOST_BYTES, readJson, whileLarge } from './body.ts'

function post(body: BodyInit, type = 'application/json'): Request {
  const init = { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' }
  return new Request('http://localhost/', init)
}

test('a JSON body arrives as it was sent', async () => {
  expect(await readJson(post('{"a":[1,"β"]}'))).toEqual({ value: { a: [1, 'β'] } })
})

test.each<[BodyInit, string, number, string]>([
  ['{"a":1}', 'text/plain', 415, 'not JSON by its type'],
  ['a=1', 'application/x-www-form-urlencoded', 415, 'a form'],
  ['{"a":', 'application/json', 400, 'cut off'],
  ['', 'application/json', 400, 'empty'],
  ['{"a":"\\u0000"}', 'application/json', 400, 'NUL, which text columns cannot hold'],
  ['{"\\ud800":1}', 'application/json', 400, 'half a surrogate pair, as a key'],
  ['["\\udc00"]', 'application/json', 400, 'half a surrogate pair'],
  ['['.repeat(30_000), 'application/json', 400, 'nested and cut off'],
  ['['.repeat(30_000) + ']'.repeat(30_000), 'application/json', 400, 'nested too deeply to walk'],
  [new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 400, 'not UTF-8'],
  [`"${'a'.repeat(MOST_BYTES)}"`, 'application/json', 413, 'one byte too many, and more'],
])('%#: %s of type %s answers %d', async (body, type, status) => {
  expect(await readJson(post(body, type))).toMatchObject({ status })
})

test('a stream without a length is counted as it arrives', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 16_384
      controller.enqueue(new Uint8Array(16_384).fill(0x20))
    },
  })
  expect(await readJson(post(endless))).toMatchObject({ status: 413 })
  expect(sent).toBeLessThan(4 * MOST_BYTES)
})

test('a body of exactly the allowed size is read', async () => {
  const text = `"${'a'.repeat(MOST_BYTES - 2)}"`
  expect(await readJson(post(text))).toHaveProperty('value')
})

test('two large requests at once, until what they are for has ended or failed', async () => {
  const ends: ((error?: Error) => void)[] = []
  const work = () =>
    new Promise<string>((done, fail) => ends.push((error) => (error ? fail(error) : done('done'))))
  const [one, two] = [whileLarge(work), whileLarge(work)]
  expect(await whileLarge(work)).toMatchObject({ status: 503 })
  ends[0]!(new Error('failed'))
  await expect(one).rejects.toThrow('failed')
  const three = whileLarge(work)
  expect(ends).toHaveLength(3)
  for (const end of ends) end()
  expect(await Promise.all([two, three])).toEqual(['done', 'done'])
})
