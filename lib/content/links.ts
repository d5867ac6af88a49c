import { figures } from '#lib/figures/index.ts'
import type { Bank } from './bank.ts'
import { didYouMean } from './nearest.ts'
import type { Link } from './outline.ts'
import type { Finding } from './problem.ts'

/** Pages that are not made of content. */
const pages = [
  '',
  'questions',
  'demos',
  'mock',
  'review',
  'progress',
  'write',
  'write/kinds',
  'write/language',
  'write/rules',
  'write/statistics',
  'write/reports',
  'account',
  'about/scoring',
  'about/evidence',
]

/** Links within the site that lead nowhere, and addresses that are none. */
export function deadLinks(links: readonly Link[], bank: Bank): Finding[] {
  return links.flatMap(({ href, line, column }) => {
    const found = href.startsWith('/') ? dead(href, bank) : strange(href)
    return found ? [{ line, column, ...found }] : []
  })
}

type Fault = Pick<Finding, 'rule' | 'message' | 'hint'>

function dead(href: string, { questions, topics, companies, roles }: Bank): Fault | null {
  const [path = ''] = href.slice(1).split(/[?#]/)
  const [section = '', first, second, ...more] = path.split('/')
  const slugs = [...questions.values()].filter(({ status }) => status !== 'retired')
  const lists: Record<string, Iterable<string>> = {
    questions: slugs.flatMap(({ slug, aliases }) => [slug, ...aliases]),
    topics: topics.keys(),
    companies: companies.keys(),
    demos: Object.keys(figures),
  }
  const known = [...(lists[section] ?? [])]
  if (pages.includes(path)) return null
  const roleFits = second === undefined || (section === 'companies' && roles.has(second))
  if (first !== undefined && known.includes(first) && roleFits && more.length === 0) return null
  const rule = 'links/dead'
  if (known.length === 0 || first === undefined)
    return { rule, message: `there is no page ${href}`, ...didYouMean(path, pages.filter(Boolean)) }
  return { rule, message: `there is no page ${href}`, ...didYouMean(first, known) }
}

function strange(href: string): Fault | null {
  if (/^(https?:\/\/|mailto:|#)/.test(href)) return null
  return {
    rule: 'links/address',
    message: `“${href}” is not an address`,
    hint: 'inside the site it begins with / or #, outside with https://',
  }
}
