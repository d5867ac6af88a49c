import { randomUUID } from 'node:crypto'
import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { questionById } from '#lib/content/questions.ts'
import { db } from '#lib/db/client.ts'
import { createGuest } from '#lib/db/user.ts'
import { readerReports } from './reader-reports.ts'

test('a report has its seeds and states, says when the page has changed, and links to us alone', async () => {
  const { id: userId } = await createGuest(randomUUID())
  const { contentHash, slug, title } = (await questionById('reg-0001'))!
  const report = (more: object) => ({
    id: ulid(),
    userId,
    questionId: 'reg-0001',
    contentHash,
    text: 'It does not move.',
    context: {},
    ...more,
  })
  const figures = ['/demos/geometry?s=1.budget~2', 'https://example.org/', 'javascript:alert(1)']
  const now = report({ context: { page: `/questions/${slug}`, figures, seeds: { which: 7 } } })
  const old = report({ contentHash: '0'.repeat(64), context: { seeds: 'none' } })
  const gone = report({ questionId: 'none-0001' })
  await db().report.createMany({ data: [now, old, gone] })
  const all = await readerReports(new Date(0))
  const mine = (id: string) => all.find((each) => each.id === id)
  expect(mine(now.id)).toMatchObject({
    question: { slug, title },
    hasChanged: false,
    figures: ['/demos/geometry?s=1.budget~2'],
    seeds: { which: 7 },
  })
  expect(mine(old.id)).toMatchObject({ hasChanged: true, figures: [], seeds: {} })
  expect(mine(gone.id)).toMatchObject({ question: null, questionId: 'none-0001' })
  expect(JSON.stringify(all)).not.toContain(userId)
})
