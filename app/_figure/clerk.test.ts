import { expect, test } from 'vitest'
import { clerk, type Port } from './clerk.ts'

type Question = { text: string }

test('each answer finds its question, in whatever order they come', async () => {
  const { ask, reply, sent } = office()
  const [first, second] = [ask({ text: 'a' }), ask({ text: 'b' })]
  reply({ nth: sent[1]!.nth, answer: 'B' })
  reply({ nth: sent[0]!.nth, answer: 'A' })
  expect(await Promise.all([first, second])).toEqual(['A', 'B'])
})

test('an error belongs to its question alone', async () => {
  const { ask, reply, sent } = office()
  const [first, second] = [ask({ text: 'a' }), ask({ text: 'b' })]
  reply({ nth: sent[0]!.nth, error: 'no such figure' })
  reply({ nth: sent[1]!.nth, answer: undefined })
  await expect(first).rejects.toThrow('no such figure')
  expect(await second).toBeUndefined()
})

test('a worker that breaks down answers nobody, now or later', async () => {
  const { ask, port, sent } = office()
  const first = ask({ text: 'a' })
  port.dispatchEvent(new Event('error'))
  await expect(first).rejects.toThrow('broke down')
  await expect(ask({ text: 'b' })).rejects.toThrow('no worker')
  expect(sent).toHaveLength(1)
})

test('a worker that cannot start is a rejected question', async () => {
  const ask = clerk<Question>(() => {
    throw new Error('workers are not allowed here')
  })
  await expect(ask({ text: 'a' })).rejects.toThrow('not allowed')
})

function office() {
  const sent: (Question & { nth: number })[] = []
  const port = Object.assign(new EventTarget(), {
    postMessage: (message: (typeof sent)[0]) => void sent.push(message),
  })
  const reply = (data: object) => port.dispatchEvent(new MessageEvent('message', { data }))
  return { ask: clerk<Question>(() => port as unknown as Port), port, reply, sent }
}
