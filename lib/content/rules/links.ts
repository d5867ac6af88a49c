import { deadLinks } from '#lib/content/links.ts'
import { nearest } from '#lib/content/nearest.ts'
import type { Link } from '#lib/content/outline.ts'
import { placesOf } from '#lib/content/places.ts'
import type { Finding } from '#lib/content/problem.ts'
import type { Others } from './page.ts'

/** The places on a page, by its path; null if it cannot be read. */
export type AnchorsOf = (path: string) => Promise<ReadonlySet<string> | null>

/** Every link within the site arrives, at its page and at its place on the page. */
export async function links(
  all: readonly Link[],
  others: Others,
  anchorsOf: AnchorsOf,
): Promise<Finding[]> {
  const anchors = await Promise.all(all.map((link) => anchor(link, others, anchorsOf)))
  return [...deadLinks(all, others), ...anchors.flat()]
}

async function anchor(
  { href, line, column }: Link,
  { addresses }: Others,
  anchorsOf: AnchorsOf,
): Promise<Finding[]> {
  const [, path = '', id] = /^\/([^#?]*)(?:\?[^#]*)?#(.+)$/.exec(href) ?? []
  if (id === undefined) return []
  const told = (message: string, hint?: string): Finding[] => [
    { line, column, rule: 'links/dead-anchor', message, ...(hint && { hint }) },
  ]
  const [section, slug] = path.split('/')
  const isQuestion = section === 'questions' && slug !== undefined
  // By an older address too: it leads to the same place of the same page.
  const target = isQuestion ? addresses.get(slug)?.[0] : undefined
  const anchors = target ? await anchorsOf(target.path) : placesOf[path]
  if (anchors?.has(id) || (isQuestion && !anchors)) return []
  if (!anchors)
    return told(`whether /${path} has a place “#${id}” cannot be told`, `link to /${path}`)
  const near = nearest(id, anchors)
  return told(
    `${target?.path ?? `/${path}`} has no place “#${id}”`,
    near ? `did you mean “#${near}”?` : undefined,
  )
}
