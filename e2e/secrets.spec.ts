import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { APIRequestContext, Page } from '@playwright/test'
import pg from 'pg'
import { parse } from 'yaml'
import { canaryItems, type Json } from './canaries.ts'
import { expect, test } from './fixtures.ts'

/*
 * No answer key and no reason reaches the browser before it is asked for: not in HTML, not in what the
 * router fetches (RSC), not in a chunk, not in a source map. On question pages every reason that the
 * bank holds is a canary; in interviews, questions are put into the database that hold nothing else
 * (and one is served as a page in canary-page.spec.ts).
 */

test('no reason of any item is served with any question page', async ({ request }) => {
  test.setTimeout(120_000)
  const canaries = [
    ...reasons(),
    ...sentencesOf('lib/quiz/grade'),
    ...sentencesOf('lib/quiz/variants'),
  ]
  expect(canaries.length).toBeGreaterThan(100)
  const pages = (await addresses(request)).filter((each) => each.startsWith('/questions/'))
  expect(pages.length).toBeGreaterThan(5)
  const texts = new Map<string, string>()
  for (const page of [
    ...pages,
    '/write/kinds',
    '/mock',
    '/mock/new',
    '/mock/x',
    '/mock/x/report',
  ]) {
    texts.set(page, await (await request.get(page)).text())
    const rsc = await request.get(`${page}?_rsc=1`, { headers: { RSC: '1' } })
    texts.set(`${page} (RSC)`, await rsc.text())
  }
  const chunks = new Set(
    [...texts.values()].flatMap((text) => [...text.matchAll(CHUNK)].map(([name]) => name)),
  )
  await follow(request, chunks, texts)
  expect([...texts.keys()].filter((name) => name.endsWith('.js')).length).toBeGreaterThan(20)
  const found = [...texts].flatMap(([name, text]) => {
    const plain = unescaped(text)
    return canaries.filter((canary) => plain.includes(canary)).map((canary) => `${name}: ${canary}`)
  })
  expect(found.slice(0, 10)).toEqual([])

  // The control: what a page does show is found in the same way.
  const shown = unescaped(texts.get(pages[0]!)!)
  const prompts = prompted().filter((prompt) => shown.includes(prompt))
  expect(prompts.length).toBeGreaterThan(0)
})

test('an interview of canaries keeps them until its end, and its report has them', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const { items, rubric, canaries } = canaryItems()
  const count = items.length + 1 // and the question itself, in words
  const bodies: string[] = []
  page.on('response', async (response) => {
    const isText = /html|javascript|json|text/.test(response.headers()['content-type'] ?? '')
    if (isText) bodies.push(await response.text().catch(() => ''))
  })
  const id = await interviewOf(page, items, rubric)
  await page.goto(`/mock/${id}`)
  for (let nth = 1; nth <= count; nth++) {
    await expect(page.getByText(new RegExp(`^Question ${nth} of ${count}`))).toBeVisible()
    if (nth === 1) await page.keyboard.press('a')
    if (nth < count) await page.getByRole('button', { name: /^Submit and/ }).click()
  }
  await page.getByRole('textbox', { name: 'Your answer' }).fill('A lark.')
  await expect(page.locator('[data-saving]')).toHaveText('Saved')
  await page.reload()
  await page.waitForLoadState('networkidle')
  const leaked = canaries.filter((canary) => bodies.some((body) => body.includes(canary)))
  expect(leaked).toEqual([])

  await page.getByRole('button', { name: 'Submit and finish' }).click()
  await page.getByRole('button', { name: 'End and see the report' }).click()
  await expect(page).toHaveURL(/\/report$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // The control: of what was answered the reason is there now, of what was not it is not.
  const told = () => canaries.filter((canary) => bodies.some((body) => body.includes(canary)))
  await expect
    .poll(told)
    .toEqual(expect.arrayContaining([items[0]!.why, rubric.keyPoints[0]!.text]))
  expect(told()).not.toContain(items[2]!.why)
  // Cues are never told: whoever knows them could be heard without having understood.
  expect(told()).not.toContain(rubric.keyPoints[0]!.cues[0])
})

/**
 * Every text of the bank that only a graded answer may bring: reasons, messages, accepted forms. Not the
 * state that solves a task, which the prose of its question may well show.
 */
function reasons(): string[] {
  return questions()
    .flatMap(({ items }) => items.flatMap(secretsIn))
    .filter((text) => text.length > 24)
}

function prompted(): string[] {
  return questions().flatMap(({ items }) =>
    items.flatMap(({ prompt }) => (typeof prompt === 'string' ? [prompt] : [])),
  )
}

function questions(): { items: Json[] }[] {
  return readdirSync('content/questions', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => readFileSync(path.join('content/questions', name), 'utf8'))
    .map((text) => parse(text.split(/^---$/m)[1]!) as { items: Json[]; status: string })
    .filter(({ status }) => status === 'published')
}

function secretsIn(item: Json): string[] {
  const lists = [item.options, item.reasons, item.regions, item.named].flatMap(
    (list) => (list as Json[]) ?? [],
  )
  return [
    item.why,
    item.check,
    ...((item.accept as unknown[]) ?? []),
    ...lists.flatMap(({ why, message, when }) => [why, message, when]),
  ].filter((text): text is string => typeof text === 'string')
}

/** Sentences that stand in files of the server; what they ask is shown, of course. */
function sentencesOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => [
      ...readFileSync(path.join(folder, name), 'utf8').matchAll(/'([^'\n]{40,})'/g),
    ])
    .map(([, text]) => text!)
    .filter((text) => !text.startsWith('#lib') && text.includes(' ') && !text.endsWith('?'))
}

async function addresses(request: APIRequestContext): Promise<string[]> {
  const map = await (await request.get('/sitemap.xml')).text()
  return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => new URL(url!).pathname)
}

const CHUNK = /\/_next\/static\/[\w./~-]+\.js/g

/** Each chunk, those that it names, and the source map that each might have. */
async function follow(request: APIRequestContext, chunks: Set<string>, texts: Map<string, string>) {
  for (const chunk of chunks) {
    const reply = await request.get(chunk)
    if (!reply.ok()) continue
    const text = await reply.text()
    texts.set(chunk, text)
    for (const [, name] of text.matchAll(/"(static\/chunks\/[\w./~-]+\.js)"/g))
      chunks.add(`/_next/${name}`)
    const map = await request.get(`${chunk}.map`)
    expect(map.status(), `${chunk}.map`).toBe(404)
  }
}

function unescaped(text: string): string {
  return text
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('\\"', '"')
}

/** Starts an interview, and puts the items in the place of what was drawn. */
async function interviewOf(page: Page, items: Json[], rubric: Json): Promise<string> {
  await page.goto(
    `/mock/new?blueprint=1.length~${items.length + 1}_forms~choice,number,order,figure`,
  )
  await page.getByRole('button', { name: 'Start the interview' }).click()
  await expect(page.getByText(/^Question 1 of/)).toBeVisible()
  const id = /\/mock\/(\w+)/.exec(page.url())![1]!
  const hash = createHash('sha256').update(id).digest('hex')
  const question = {
    id: 'can-0001',
    slug: 'canary',
    title: 'Canary',
    asked: 'What sings?',
    topic: 'regularization',
    levels: ['mid'],
    followUps: [],
    ...rubric,
    items,
  }
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  await client.query(
    'insert into content_versions (hash, question_id, question) values ($1, $2, $3)',
    [hash, question.id, JSON.stringify(question)],
  )
  const asked = [...items, { id: 'answer', kind: 'answer' }]
  for (const [position, { id: item, kind }] of asked.entries())
    await client.query(
      `update interview_items set content_hash = $1, question_id = $2, item_id = $3, kind = $4
       where interview_id = $5 and position = $6`,
      [hash, question.id, item, kind, id, position],
    )
  await client.end()
  return id
}
