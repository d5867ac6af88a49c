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

/** What a type of schema.org has to say here, and of which kind. */
const required = {
  LearningResource: {
    name: 'string',
    description: 'string',
    url: 'string',
    inLanguage: 'string',
    learningResourceType: 'string',
    educationalLevel: 'object',
    teaches: 'object',
    timeRequired: 'string',
    isAccessibleForFree: 'boolean',
    author: 'object',
    dateModified: 'string',
    hasPart: 'object',
  },
  Quiz: { name: 'string', about: 'object', inLanguage: 'string', hasPart: 'object' },
  Question: { text: 'string' },
  Person: { name: 'string' },
  Thing: { name: 'string' },
}

test('linked data says of every thing what its type has to say, and nothing of no type', async () => {
  for (const question of (await questions()).values()) {
    const data = linkedData(question, 'Regularization', site)
    expect(data['@context']).toBe('https://schema.org')
    expect(data.timeRequired).toMatch(/^PT\d+M$/)
    expect(data.url).toBe(`${site}/questions/${question.slug}`)
    for (const thing of thingsIn(data)) {
      const type = thing['@type'] as keyof typeof required
      expect(Object.keys(required)).toContain(type)
      for (const [name, kind] of Object.entries(required[type])) {
        expect([type, name, typeof thing[name]]).toEqual([type, name, kind])
      }
    }
  }
  expect(linkedData(await first(), 'x', null)).not.toHaveProperty('url')
})

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
