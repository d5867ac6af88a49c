import type { BrowserContext, Page } from '@playwright/test'
import pg from 'pg'
import { ulid } from 'ulid'
import { answerEntry, contentHash, QUESTION, SLUG } from '#app/api/_faults/specimens.ts'
import { expect, test } from './fixtures.ts'

// S5: what a stranger types, into every field that is stored and every address that is read, is shown
// as letters: nothing runs, no element comes of it, and the policy has nothing to refuse.

/** Each would call `alert`, or leave an `x-ran` element, where it is taken for more than letters. */
const PAYLOADS = [
  '<script>alert(1)</script><x-ran>',
  '"><svg/onload=alert(1)><x-ran>',
  `'><img src=x onerror=alert(1)><x-ran>`,
  '</textarea></title></style></script><script>alert(1)</script><x-ran>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe><x-ran>',
  '<a href="javascript:alert(1)">a</a><x-ran>',
  '<details open ontoggle=alert(1)><x-ran>',
  '<input autofocus onfocus=alert(1)><x-ran>',
  '<form action="javascript:alert(1)"><button>b</button></form><x-ran>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;"><x-ran>',
  '<object data="data:text/html,<script>alert(1)</script>"></object><x-ran>',
  '<base href="//evil.example/"><link rel=stylesheet href="//evil.example/a.css"><x-ran>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)"><x-ran>',
  '[link](javascript:alert(1))',
  '[link](JaVa\tScRiPt:alert(1))',
  '[link](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '![picture](https://evil.example/pixel.png)',
  '[link](//evil.example "onmouseover=alert(1)")',
  '`</code><x-ran><script>alert(1)</script>`',
  '$\\href{javascript:alert(1)}{x}$ $$\\html{<x-ran>}$$',
  '{alert(1)} ${alert(1)} {{constructor.constructor("alert(1)")()}} <%= alert(1) %>',
  '{"$$typeof":"Symbol(react.element)","type":"x-ran","props":{"dangerouslySetInnerHTML":{"__html":"<x-ran>"}}}',
  '\\u003cscript\\u003ealert(1)\\u003c/script\\u003e &lt;script&gt;alert(1)&lt;/script&gt;',
  `';alert(1);//`,
  '\u2028alert(1)\u2029<x-ran>',
  ']]><x-ran><!-- --!><x-ran>',
  `'; drop table users; --`,
]
const ALL = PAYLOADS.join('\n\n')

const here = process.env['BASE_URL'] ?? 'http://127.0.0.1:3000'

test('S5: the control: the traps close on what does run, and on what the policy refuses', async ({
  page,
  context,
  expected,
}) => {
  expected.push(/Content Security Policy/, /404/)
  const told = await setTraps(context)
  await page.goto('/about/evidence')
  expect(await grown(page)).toEqual([])
  await page.evaluate(() => window.alert('from a script that was allowed'))
  await page.evaluate((html) => {
    const place = document.createElement('div')
    place.innerHTML = html
    document.body.append(place)
  }, PAYLOADS.slice(0, 6).join(''))
  expect(await grown(page)).toEqual(
    expect.arrayContaining(['x-ran', 'img onerror', 'a href=javascript:alert(1)']),
  )
  await expect.poll(() => told).toEqual(expect.arrayContaining(['alert ran']))
  await expect.poll(() => told.some((each) => each.startsWith('refused script-src'))).toBe(true)
})

test('S5: what is typed comes back as letters wherever it is shown', async ({ page, context }) => {
  test.setTimeout(240_000)
  const told = await setTraps(context)
  const { attempt, interview, share } = await writeEverywhere(page)
  await makeAuthor(page)
  const visits: [path: string, shows: string | null][] = [
    [`/questions/${SLUG}`, 'drop table users'],
    ['/progress', 'alert(1)'],
    [`/progress/attempts/${attempt}`, 'drop table users'],
    [`/mock/${interview}/report`, 'drop table users'],
    [`/m/${share}`, null],
    ['/write/reports', 'drop table users'],
    ['/write/statistics', null],
    ['/account', null],
    ['/review', null],
    ['/mock', null],
  ]
  for (const [path, shows] of visits) {
    await page.goto(path)
    await expect(page.getByRole('heading').first()).toBeVisible()
    if (shows !== null) await expect.poll(() => everything(page), path).toContain(shows)
    expect(await grown(page), path).toEqual([])
  }
  const file = await page.request.get('/api/export/anki')
  expect(file.headers()['content-type']).toMatch(/^text\/(plain|tab-separated-values)/)
  expect(told).toEqual([])
})

test('S5: what stands in an address is shown as letters, or not at all', async ({
  page,
  context,
  expected,
}) => {
  test.setTimeout(240_000)
  expected.push(/404/, /400/)
  const told = await setTraps(context)
  for (const [nth, payload] of PAYLOADS.entries()) {
    const text = encodeURIComponent(payload)
    const paths = [
      `/questions?q=${text}&topic=${text}`,
      `/demos/paths?s=1.lambda~${text}&refutes=${text}`,
      `/mock/new?blueprint=${text}&seed=${text}`,
      `/review?these=${text}`,
      `/sign-in?next=${text}&error=${text}`,
      `/questions/${text}`,
      `/topics/${text}`,
      `/reset/${text}`,
      `/m/${text}`,
      `/questions/${SLUG}?s=${text}#${text}`,
    ]
    // Each payload in three addresses, and each address with a third of the payloads.
    for (const path of paths.filter((_, at) => at % 3 === nth % 3)) {
      await page.goto(path)
      const words = page.locator('h1, h2').or(page.getByText('This address is malformed.'))
      await expect(words.first()).toBeVisible()
      expect(await grown(page), path).toEqual([])
      expect(new URL(page.url()).origin).toBe(new URL(here).origin)
    }
  }
  expect(told).toEqual([])
})

/** @returns what ran and what the policy refused, in any page, as it happens */
async function setTraps(context: BrowserContext): Promise<string[]> {
  const told: string[] = []
  await context.exposeBinding('__tell', (_source, what: string) => void told.push(what))
  await context.addInitScript(() => {
    const tell = Reflect.get(window, '__tell') as (what: string) => void
    for (const name of ['alert', 'confirm', 'prompt'])
      Reflect.set(window, name, () => tell(`${name} ran`))
    addEventListener('securitypolicyviolation', (event) =>
      tell(`refused ${event.effectiveDirective} ${event.blockedURI}`),
    )
  })
  return told
}

/** @returns what no page of ours has: elements of a payload, handlers in attributes, addresses that run */
function grown(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const name = element.localName
      if (name === 'x-ran' || name === 'base' || name === 'object') return [name]
      return [...element.attributes].flatMap((attribute) => {
        if (attribute.name.startsWith('on')) return [`${name} ${attribute.name}`]
        const runs = /^(href|src|action|formaction|srcdoc|data)$/.test(attribute.name)
        const value = attribute.value.replaceAll(/[\s\0]/g, '')
        return runs && /^(javascript:|vbscript:|data:text|(https?:)?\/\/evil)/i.test(value)
          ? [`${name} ${attribute.name}=${value}`]
          : []
      })
    }),
  )
}

/** The words of the page, with those in its fields. */
function everything(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('textarea, input')].map(
        (field) => (field as HTMLInputElement).value,
      ),
    ].join('\n'),
  )
}

/** As a guest: a draft, a note, an answer with marks, a report, an interview that is over and passed on. */
async function writeEverywhere(page: Page) {
  const send = async (method: string, path: string, data: unknown) => {
    const reply = await page.request.fetch(path, {
      method,
      data,
      headers: { Origin: origin(page) },
    })
    expect(reply.status(), `${method} ${path}: ${await reply.text()}`).toBe(200)
    return reply.json()
  }
  await page.goto('/about/evidence')
  const at = `/api/me/questions/${QUESTION}`
  const answer = answerEntry(ulid(), ALL)
  await send('POST', '/api/attempts', { attempts: [answer] })
  await send('PUT', `${at}/draft`, { base: 0, text: ALL })
  await send('PUT', `${at}/note`, { base: 0, text: ALL })
  await send('POST', `${at}/reports`, {
    id: ulid(),
    contentHash: contentHash(),
    text: ALL.slice(0, 2_000),
    context: { page: `/questions/${SLUG}`, figures: [], seeds: {} },
  })
  const interview = ulid()
  await send('POST', '/api/interviews', {
    id: interview,
    blueprint: '1.forms~written_length~1',
    seed: 7,
  })
  const value = { response: ALL, confidence: 2 }
  const mine = `/api/interviews/${interview}`
  await send('POST', `${mine}/responses`, { id: ulid(), position: 0, base: 0, value, tab: 'tab-1' })
  const { shareId } = await send('POST', `${mine}/share`, { shared: true })
  await send('POST', `${mine}/end`, {})
  return { attempt: answer.id, interview, share: shareId as string }
}

/** The guest gets an account, and the account the author's role: their pages show what readers wrote. */
async function makeAuthor(page: Page) {
  const email = `${ulid().toLowerCase()}@example.org`
  const account = { email, password: 'correct horse battery' }
  const headers = { Origin: origin(page) }
  const made = await page.request.post('/api/sign-up', { data: account, headers })
  expect(made.ok(), await made.text()).toBe(true)
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json()
  const data = { ...account, csrfToken, json: true }
  await page.request.post('/api/auth/callback/credentials', { data, headers })
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  try {
    const { rowCount } = await client.query(`update users set role = 'author' where email = $1`, [
      email,
    ])
    expect(rowCount).toBe(1)
  } finally {
    await client.end()
  }
}

function origin(page: Page): string {
  return new URL(page.url()).origin
}
