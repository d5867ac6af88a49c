import type { Bank } from '#lib/content/bank.ts'
import type { Finding } from '#lib/content/problem.ts'
import { type Page, words } from './page.ts'

/** Two questions that a search could not tell apart. */
export function titles({ question, yaml }: Page, { questions }: Bank): Finding[] {
  const own = content(question.title)
  const twin = [...questions.values()].find(
    ({ slug, status, title }) =>
      slug !== question.slug && status !== 'retired' && likeness(own, content(title)) >= 0.75,
  )
  if (!twin) return []
  return [
    {
      ...yaml.placeOf(['title']),
      severity: 'warning',
      rule: 'titles/near-duplicate',
      message: `nearly the title of ${twin.path}: “${twin.title}”`,
      hint: 'say what is different, or make one an alias of the other',
    },
  ]
}

const empty = new Set(
  'a an and are as at do does for how if in is it of on or the they to vs what when which why with would you'.split(
    ' ',
  ),
)

export function content(title: string): Set<string> {
  const list = words(title).trim().split(' ')
  return new Set(list.filter((word) => !empty.has(word)))
}

/** Jaccard: shared words over all words. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.max(1, a.size + b.size - shared)
}
