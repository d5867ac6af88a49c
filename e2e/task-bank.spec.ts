import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ulid } from 'ulid'
import { parse } from 'yaml'
import { type FigureId, figures } from '#lib/figures/index.ts'
import { expect, test } from './fixtures.ts'

/* Every task of the bank against the server's own solver. What a reader sees of one is in task.spec.ts. */

type Task = { id: string; kind: string; demo: FigureId; start: string; solution: string }
type Question = { id: string; status: string; items: Task[] }

const folder = path.join(import.meta.dirname, '..', 'content', 'questions')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
const bank = files
  .filter((file) => file.endsWith('.mdx'))
  .flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8')
    const { id, status, items } = parse(text.split('\n---\n')[0]!) as Question
    const contentHash = createHash('sha256').update(text).digest('hex')
    return items
      .filter(({ kind }) => kind === 'task' && status === 'published')
      .map((task) => ({ task, attempt: { itemId: `${id}/${task.id}`, contentHash } }))
  })

test('the bank has the nine tasks to ship first', () => {
  expect(bank.map(({ attempt }) => attempt.itemId)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/\/three$/),
      expect.stringMatching(/\/twins-share$/),
      expect.stringMatching(/\/sign$/),
      expect.stringMatching(/\/all-zero$/),
      expect.stringMatching(/\/one-se$/),
      expect.stringMatching(/\/noise-above$/),
      expect.stringMatching(/\/finite-norm$/),
      expect.stringMatching(/\/same-model$/),
      expect.stringMatching(/\/degree-twelve$/),
    ]),
  )
})

for (const { task, attempt } of bank)
  test(`${attempt.itemId}: reached, missed, and refused`, async ({ request, baseURL }) => {
    const submit = (response: unknown, of = attempt) =>
      request.post('/api/attempts', {
        data: { attempts: [{ ...of, id: ulid(), response }] },
        headers: { origin: baseURL! },
      })
    const graded = async (response: string) => {
      const answer = await submit(response)
      expect(answer.status(), await answer.text()).toBe(200)
      return (await answer.json()).results[0]
    }
    const reached = await graded(task.solution)
    expect(reached.score).toEqual({ low: 1, high: 1 })
    expect(reached.feedback.solved.gap).toBeLessThanOrEqual(1e-6)
    expect(reached.feedback.solved.conditions.length).toBeGreaterThan(0)
    expect((await graded(task.start)).score).toEqual({ low: 0, high: 0 })

    const [key] = Object.entries(figures[task.demo].fields).find(([, f]) => f.kind === 'number')!
    for (const forged of [`1.${key}~1e9`, '1.gap~0', '2.', { gap: 0 }]) {
      const answer = await submit(forged)
      expect(answer.status(), JSON.stringify(forged)).toBe(400)
      expect((await answer.json()).error.message).toMatch(/^(Not graded: |Submit the state)/)
    }
    const stale = await submit(task.solution, { ...attempt, contentHash: '0'.repeat(64) })
    expect(stale.status()).toBe(409)
  })
