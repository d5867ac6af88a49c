import { figures } from '#lib/figures/index.ts'
import type { Catalogue } from './catalogue.ts'
import { didYouMean } from './nearest.ts'
import type { Link } from './outline.ts'
import type { Finding } from './problem.ts'
import type { Vocabularies } from './vocabularies.ts'

/** Pages that are not made of content. */
const pages = [
  '',
  'questions',
  'demos',
  'mock',
  'mock/new',
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

type Bank = Vocabularies & Catalogue

/** Links within the site that lead nowhere, and addresses that are none. */
export function deadLinks(links: readonly Link[], bank: Bank): Finding[] {
  return links.flatMap(({ href, line, column }) => {
    const found = href.startsWith('/') ? dead(href, bank) : strange(href)
    return found ? [{ line, column, ...found }] : []
  })
}

type Fault = Pick<Finding, 'rule' | 'message' | 'hint'>

function dead(href: string, bank: Bank): Fault | null {
  const [path = ''] = href.slice(1).split(/[?#]/)
  const [section = '', first, second, ...more] = path.split('/')
  if (pages.includes(path)) return null
  const known = sectionsOf(bank)[section] ?? new Set()
  const roleFits = second === undefined || (section === 'companies' && bank.roles.has(second))
  if (first !== undefined && known.has(first) && roleFits && more.length === 0) return null
  const rule = 'links/dead'
  if (known.size === 0 || first === undefined)
    return { rule, message: `there is no page ${href}`, ...didYouMean(path, pages.filter(Boolean)) }
  return { rule, message: `there is no page ${href}`, ...didYouMean(first, known) }
}

type Sections = Record<string, ReadonlySet<string>>

/** What each part of the site has a page for; of thousands of questions made once, not for each link. */
function sectionsOf(bank: Bank): Sections {
  const known = sections.get(bank)
  if (known) return known
  const slugs = [...bank.questions.values()].filter(({ status }) => status !== 'retired')
  const made = {
    questions: new Set(slugs.flatMap(({ slug, aliases }) => [slug, ...aliases])),
    topics: new Set(bank.topics.keys()),
    companies: new Set(bank.companies.keys()),
    demos: new Set(Object.keys(figures)),
  }
  sections.set(bank, made)
  return made
}

const sections = new WeakMap<Bank, Sections>()

function strange(href: string): Fault | null {
  if (/^(https?:\/\/|mailto:|#)/.test(href)) return null
  return {
    rule: 'links/address',
    message: `“${href}” is not an address`,
    hint: 'inside the site it begins with / or #, outside with https://',
  }
}
