import { expect, test } from 'vitest'
import { feed } from './feed.ts'
import { linkedData } from './linked-data.ts'
import { questions, topics } from './questions.ts'
import { sitePlaces } from './site-map.ts'

const site = 'https://ridgeline.example'
const told = {
  id: 'reg-0001',
  slug: 'l1-vs-l2',
  title: 'L1 & L2: “<b>” or not?',
  summary: 'Σβ² < Σ|β|',
  topic: 'regularization',
  updated: '2026-11-23',
}

test('the feed escapes what XML keeps for itself, and dates as RFC 822 does', () => {
  const text = feed([told], site)
  expect(text).toContain('<title>L1 &amp; L2: “&lt;b&gt;” or not?</title>')
  expect(text).toContain('<description>Σβ² &lt; Σ|β|</description>')
  expect(text).toContain('<link>https://ridgeline.example/questions/l1-vs-l2</link>')
  expect(text).toContain('<guid isPermaLink="false">reg-0001</guid>')
  expect(text).toContain('<pubDate>Mon, 23 Nov 2026 00:00:00 GMT</pubDate>')
})

test('the feed closes every element that it opens, holds the newest fifty, and may be empty', () => {
  const many = feed(
    Array.from({ length: 60 }, (_, nth) => ({ ...told, id: `reg-${nth}` })),
    site,
  )
  const names = [...many.matchAll(/<(\/?)([a-zA-Z]+)(?=[\s>])[^>]*?(\/?)>/g)]
  const open: string[] = []
  for (const [, closes, name, alone] of names) {
    if (alone) continue
    if (closes) expect(open.pop()).toBe(name)
    else open.push(name!)
  }
  expect(open).toEqual([])
  expect(many.match(/<item>/g)).toHaveLength(50)
  expect(feed([], site)).not.toContain('lastBuildDate')
})

test('the map of the site holds every question once, and only pages with something on them', async () => {
  const paths = (await sitePlaces()).map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
  const bank = [...(await questions()).values()]
  for (const { slug } of bank) expect(paths).toContain(`/questions/${slug}`)
  expect(paths).toContain('/companies/microsoft/data-science-intern')
  const filled = new Set(bank.map(({ topic }) => topic))
  const tree = [...(await topics()).values()]
  const listed = paths.flatMap((path) => /^\/topics\/(.+)$/.exec(path)?.[1] ?? [])
  expect(listed).toEqual(expect.arrayContaining([...filled]))
  const holdsSome = (id: string): boolean =>
    filled.has(id) || tree.some((topic) => topic.parent === id && holdsSome(topic.id))
  expect(listed.filter((id) => !holdsSome(id))).toEqual([])
})

/** What schema.org's types have to say here: every property of them, and what its value looks like. */
const types: Record<string, Record<string, unknown>> = {
  LearningResource: {
    '@context': 'https://schema.org',
    name: words(),
    description: words(),
    url: expect.stringMatching(/^https:\/\/ridgeline\.example\/questions\/[a-z0-9-]+$/),
    inLanguage: 'en',
    learningResourceType: 'interview question',
    educationalLevel: expect.arrayContaining([expect.stringMatching(/^(intern|mid|senior)$/)]),
    teaches: expect.arrayContaining([words()]),
    timeRequired: expect.stringMatching(/^PT[1-9]\d?M$/), // ISO 8601
    isAccessibleForFree: true,
    about: of('Thing'),
    author: expect.arrayContaining([of('Person')]),
    dateModified: expect.stringMatching(/^20\d\d-[01]\d-[0-3]\d$/),
    hasPart: of('Quiz'),
  },
  Quiz: {
    name: expect.stringMatching(/^Check yourself: ./),
    about: of('Thing'),
    inLanguage: 'en',
    educationalUse: 'self assessment',
    hasPart: expect.arrayContaining([of('Question')]),
  },
  Question: { text: words() },
  Person: { name: words() },
  Thing: { name: words() },
}

test('linked data says of every thing what its type has to say, and nothing else', async () => {
  for (const question of (await questions()).values()) {
    const data = linkedData(question, 'Regularization', site)
    for (const { '@type': type, ...thing } of thingsIn(data))
      expect(thing).toEqual(types[`${type}`])
    expect(data).toMatchObject({
      name: question.title,
      description: question.summary,
      url: `${site}/questions/${question.slug}`,
      educationalLevel: question.levels,
      teaches: question.keyPoints.map(({ text }) => text),
      author: question.authors.map((name) => ({ name })),
      dateModified: question.updated,
    })
    const asked = data.hasPart.hasPart.map(({ text }) => text)
    expect(asked[0]).toBe(question.asked)
    expect(new Set(asked).size).toBe(asked.length)
    // An item that is made anew for each reader has no prompt that could be told.
    const prompts = question.items.flatMap((item) => ('prompt' in item ? [item.prompt] : []))
    expect(asked.slice(1)).toEqual(prompts)
  }
  expect(linkedData(await first(), 'x', null)).not.toHaveProperty('url')
})

function words(): unknown {
  return expect.stringMatching(/\p{L}/u)
}

function of(type: string): unknown {
  return expect.objectContaining({ '@type': type })
}

test('linked data holds no key: neither options nor reasons nor answers', async () => {
  for (const question of (await questions()).values()) {
    const text = JSON.stringify(linkedData(question, 'Regularization', site))
    expect(text).not.toMatch(/acceptedAnswer|suggestedAnswer/)
    const reasons = reasonsIn(question.items)
    expect(reasons.length).toBeGreaterThan(0)
    for (const why of reasons) expect(text).not.toContain(JSON.stringify(why).slice(1, -1))
  }
})

/** Every text under the name `why`, however deep. */
function reasonsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'why' && typeof each === 'string' ? [each] : reasonsIn(each),
  )
}

async function first() {
  return [...(await questions()).values()][0]!
}

function thingsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  const own = '@type' in value ? [value as Record<string, unknown>] : []
  return [...own, ...Object.values(value).flatMap(thingsIn)]
}
