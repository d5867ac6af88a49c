import type { Catalogue, Head } from '#lib/content/catalogue.ts'
import type { YamlFile } from '#lib/content/yaml-file.ts'
import type { Finding } from '#lib/content/problem.ts'
import { words } from './page.ts'

/** Two questions that a search could not tell apart. */
export function titles(head: Head, yaml: () => YamlFile, all: Catalogue): Finding[] {
  const own = content(head.title)
  const twin = candidates(own, all).find(
    (other) => other.head.slug !== head.slug && likeness(own, other.words) >= 0.75,
  )?.head
  if (!twin) return []
  return [
    {
      ...yaml().placeOf(['title']),
      severity: 'warning',
      rule: 'titles/near-duplicate',
      message: `nearly the title of ${twin.path}: “${twin.title}”`,
      hint: 'say what is different, or make one an alias of the other',
    },
  ]
}

type Known = { nth: number; head: Head; words: ReadonlySet<string> }

/** Those that share a word at all, in the order of the bank: of thousands that is a handful. */
function candidates(own: ReadonlySet<string>, all: Catalogue): Known[] {
  const index = indexes.get(all) ?? indexOf(all)
  indexes.set(all, index)
  // Three quarters of all words are shared: so is one of any quarter and one more of them.
  const rare = [...own].map((word) => index.get(word) ?? []).toSorted((a, b) => a.length - b.length)
  const enough = rare.slice(0, Math.floor(own.size / 4) + 1)
  return [...new Set(enough.flat())].toSorted((a, b) => a.nth - b.nth)
}

const indexes = new WeakMap<Catalogue, Map<string, Known[]>>()

function indexOf({ questions }: Catalogue): Map<string, Known[]> {
  const index = new Map<string, Known[]>()
  for (const [nth, head] of [...questions.values()].entries()) {
    if (head.status === 'retired') continue
    const known = { nth, head, words: content(head.title) }
    for (const word of known.words) {
      const list = index.get(word)
      if (list) list.push(known)
      else index.set(word, [known])
    }
  }
  return index
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
