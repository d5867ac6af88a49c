import { expect, test, vi } from 'vitest'
import { latest } from './latest.ts'

test('while one question is under way the newest waits, and those between are dropped', async () => {
  const { asked, told, want, answer } = desk()
  for (const question of ['a', 'b', 'c', 'd']) want(question)
  expect(asked).toEqual(['a'])
  await answer()
  expect(asked).toEqual(['a', 'd'])
  await answer()
  expect(told).toEqual(['A', 'D'])
})

test('an answer on the way is told although a newer question waits: a drawing follows the hand', async () => {
  const { told, want, answer } = desk()
  want('a')
  want('b')
  await answer()
  expect(told).toEqual(['A'])
})

test('what is wanted no more is not told, and the next question still takes its turn', async () => {
  const { asked, told, want, drop, answer } = desk()
  want('a')
  want('b')
  drop()
  want('c')
  expect(asked).toEqual(['a'])
  await answer()
  await answer()
  expect(asked).toEqual(['a', 'c'])
  expect(told).toEqual(['C'])
})

test('the question that is under way is not asked twice, even when it was dropped meanwhile', async () => {
  const { asked, told, want, drop, answer } = desk()
  want('a')
  want('b')
  want('a')
  drop()
  want('a')
  await answer()
  expect(asked).toEqual(['a'])
  expect(told).toEqual(['A'])
})

test('an error is told, and does not stop what waits', async () => {
  const { told, want, answer, fail } = desk()
  want('a')
  want('b')
  await fail()
  await answer()
  expect(told).toEqual(['a failed', 'B'])
})

/** Questions are small letters; whoever answers does so when told, with the capital. */
function desk() {
  const asked: string[] = []
  const told: string[] = []
  let settle: PromiseWithSettlers | undefined
  const { want, drop } = latest<string, string>(
    (question) => {
      asked.push(question)
      return new Promise((resolve, reject) => (settle = { resolve, reject }))
    },
    {
      answered: (_, answer) => told.push(answer),
      failed: (error) => told.push((error as Error).message),
    },
  )
  const last = () => asked.at(-1)!
  return {
    asked,
    told,
    want,
    drop,
    async answer() {
      settle!.resolve(last().toUpperCase())
      await vi.waitFor(() => {})
    },
    async fail() {
      settle!.reject(new Error(`${last()} failed`))
      await vi.waitFor(() => {})
    },
  }
}

type PromiseWithSettlers = { resolve(answer: string): void; reject(error: Error): void }
