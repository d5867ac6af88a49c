import { deadLinks } from '#lib/content/links.ts'
import { nearest } from '#lib/content/nearest.ts'
import type { Link } from '#lib/content/outline.ts'
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
  const [section, slug] = path.split('/')
  const rule = 'links/dead-anchor'
  if (section !== 'questions' || slug === undefined)
    return [
      {
        line,
        column,
        rule,
        message: `whether /${path} has a place “#${id}” cannot be told: only questions can be looked at`,
        hint: `link to /${path}`,
      },
    ]
  // By an older address too: it leads to the same place of the same page.
  const target = addresses.get(slug)?.[0]
  const anchors = target ? await anchorsOf(target.path) : null
  if (!target || !anchors || anchors.has(id)) return []
  const near = nearest(id, anchors)
  return [
    {
      line,
      column,
      rule,
      message: `${target.path} has no place “#${id}”`,
      ...(near && { hint: `did you mean “#${near}”?` }),
    },
  ]
}
