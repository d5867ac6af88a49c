import { Rows } from '#app/about/article.tsx'
import { percent } from '#app/_progress/words.ts'
import { Link } from '#app/_ui/link.tsx'
import { examples } from '#lib/content/kinds.ts'
import { asked, score } from '#lib/quiz/grade/item.ts'
import { rightResponse } from '#lib/quiz/grade/right-response.ts'
import type { ItemResponse } from '#lib/quiz/kinds/item.ts'

type Keyed = Awaited<ReturnType<typeof examples>>[number]['item']

/** What is partly right, of each kind that has such a thing. */
const partly: {
  kind: Keyed['kind']
  rule: string
  said: string
  response: (item: Keyed) => ItemResponse
}[] = [
  {
    kind: 'multiple',
    rule: 'hits ÷ right − false alarms ÷ wrong, at least 0',
    said: 'all right options but one',
    response: (item) => [...rightResponse(item)].slice(1),
  },
  {
    kind: 'multiple',
    rule: 'the same',
    said: 'every option there is',
    response: (item) => (item.kind === 'multiple' ? item.options.map(({ id }) => id) : []),
  },
  {
    kind: 'ordering',
    rule: '1 − 2 × share of pairs the wrong way round, at least 0',
    said: 'the first two steps swapped',
    response: (item) => swapped(rightResponse(item)),
  },
  {
    kind: 'ordering',
    rule: 'the same',
    said: 'all steps backwards',
    response: (item) => [...rightResponse(item)].toReversed(),
  },
  {
    kind: 'matching',
    rule: 'the share of pairs that are right',
    said: 'two pairs exchanged',
    response: (item) => swapped(rightResponse(item)),
  },
  {
    kind: 'claim',
    rule: '0.4 for true or false, 0.6 more for the reason',
    said: 'the right side for a wrong reason',
    response: wrongReason,
  },
]

export async function ItemsPart() {
  const items = new Map((await examples()).map(({ item }) => [item.kind, item]))
  return (
    <>
      <p>
        Choosing one option, a number, a missing word, a place in a plot, the wrong line and a task
        in a figure score 1 or 0. A number is right within the tolerance that its item states,
        written as <code>0.25</code>, <code>1/4</code> or <code>25%</code>. A task is solved again
        on the server in the state that you submit. Four kinds know something between; each line is
        graded on its example on <Link href="/write/kinds">the page of kinds</Link>.
      </p>
      <Rows
        caption="Answers that are partly right"
        head={['Kind', 'Rule', 'Answer', 'Score']}
        rows={partly.flatMap(({ kind, rule, said, response }) => {
          const item = items.get(kind)
          const graded = item && score(item, response(item), 0)
          return graded && 'feedback' in graded
            ? [[kind, rule, said, percent(graded.feedback.score.low)]]
            : []
        })}
      />
      <p>
        Half of all pairs of steps stand the wrong way round in an order drawn by chance, and
        ticking every box hits as often as it alarms: both earn about nothing, so guessing does not
        pay. A prediction before a figure has a score too, but it only feeds the next part but one.
      </p>
    </>
  )
}

function swapped(response: ItemResponse): string[] {
  const [first, second, ...rest] = [...response] as [string, string]
  return [second, first, ...rest]
}

function wrongReason(item: Keyed): ItemResponse {
  const [truth, reason] = rightResponse(item) as [string, string]
  const shown = asked(item, 0)
  const other = shown.kind === 'claim' ? shown.reasons.find(({ id }) => id !== reason) : undefined
  return [truth, other?.id ?? '']
}
