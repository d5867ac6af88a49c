import type { Finding } from '#lib/content/problem.ts'
import { type Node, placeAt, walk } from '#lib/content/tree.ts'
import type { Page } from './page.ts'

/** What a draft still has to say. Published, it would be said to readers. */
export function unfinished({ question, yaml, prose }: Page): Finding[] {
  if (question.status === 'retired') return []
  // Most have none, and looking for its place takes time.
  if (!yaml.text.includes('TODO') && !question.body.includes('TODO')) return []
  const texts = yaml.texts().map(({ from, to }) => ({ text: yaml.text.slice(from, to), from }))
  const front = texts.flatMap(({ text, from }) =>
    places(text).map((at) => placeAt(yaml.text, from + at)),
  )
  const body = places(prose.text)
    .filter((at) => isText(prose.tree, at))
    .map((at) => placeAt(prose.text, at))
  const all = [...front, ...body]
  const [first] = all
  if (!first) return []
  return [
    {
      ...first,
      severity: question.status === 'draft' ? 'warning' : 'error',
      rule: 'drafts/todo',
      message:
        all.length === 1
          ? 'one place still says TODO'
          : `${all.length} places still say TODO; this is the first`,
      hint: 'write what belongs there, and take the word away',
    },
  ]
}

/** In words of the page, not in code. */
function isText(tree: Node, at: number): boolean {
  let found = false
  walk(tree, ({ type, position }) => {
    const { start, end } = position ?? {}
    if (type === 'text' && (start?.offset ?? Infinity) <= at && at < (end?.offset ?? 0))
      found = true
  })
  return found
}

function places(text: string): number[] {
  return [...text.matchAll(/\bTODO\b/g)].map(({ index }) => index)
}
