import type { Bank } from '#lib/content/bank.ts'
import { deadLinks } from '#lib/content/links.ts'
import { nearest } from '#lib/content/nearest.ts'
import type { Finding } from '#lib/content/problem.ts'
import { readProse } from '#lib/content/prose.ts'
import type { Page } from './page.ts'

/** Every link within the site arrives, at its page and at its place on the page. */
export function links({ prose }: Page, bank: Bank): Finding[] {
  return [...deadLinks(prose.links, bank), ...prose.links.flatMap((link) => anchor(link, bank))]
}

function anchor({ href, line, column }: Page['prose']['links'][number], bank: Bank): Finding[] {
  const [, slug, id] = /^\/questions\/([^#?]+)(?:\?[^#]*)?#(.+)$/.exec(href) ?? []
  const target = slug === undefined ? undefined : bank.questions.get(slug)
  if (!target || id === undefined) return []
  const { anchors } = readProse(target)
  if (anchors.has(id)) return []
  const near = nearest(id, anchors)
  return [
    {
      line,
      column,
      rule: 'links/dead-anchor',
      message: `${target.path} has no place “#${id}”`,
      ...(near && { hint: `did you mean “#${near}”?` }),
    },
  ]
}
