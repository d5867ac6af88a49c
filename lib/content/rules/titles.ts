import type { Catalogue, Head } from '#lib/content/catalogue.ts'
import type { YamlFile } from '#lib/content/yaml-file.ts'
import type { Finding } from '#lib/content/problem.ts'
import { words } from './page.ts'

/** Two questions that a search could not tell apart. */
export function titles(head: Head, yaml: () => YamlFile, all: Catalogue): Finding[] {
  const twin = twinOf(head, all)
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

/** The first of the bank whose title has three quarters of all words of both. */
function twinOf(head: Head, all: Catalogue): Head | undefined {
  const own = content(head.title)
  const index = indexes.get(all) ?? indexOf(all)
  indexes.set(all, index)
  // Those that share a word at all, of thousands a handful. Three quarters of all words are shared: so is one of any
  // quarter and one more of them, and of these the rarest are looked at.
  const holders = (word: string) => index.get(word) ?? []
  const rarest = [...own].toSorted((a, b) => holders(a).length - holders(b).length)
  const spare = Math.floor(own.size / 4)
  let first: Known | undefined
  for (const word of rarest.slice(0, spare + 1))
    for (const known of holders(word))
      if (
        (!first || known.nth < first.nth) &&
        known.head.slug !== head.slug &&
        hasAllBut(spare, rarest, known.words) &&
        likeness(own, known.words) >= 0.75
      )
        first = known
  return first?.head
}

/** Most are found to be unlike at their second rare word. */
function hasAllBut(spare: number, words: readonly string[], among: ReadonlySet<string>): boolean {
  let left = spare
  return words.every((word) => among.has(word) || left-- > 0)
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
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return shared / Math.max(1, a.size + b.size - shared)
}
