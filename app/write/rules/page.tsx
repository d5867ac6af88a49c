import type { Metadata } from 'next'
import { Part, Said, Sheet, sheet, Typed } from '#app/_write/sheet.tsx'
import type { Entry } from '#lib/content/book/entry.ts'
import { rules } from '#lib/content/book/index.ts'

export const metadata: Metadata = {
  title: 'Rules',
  description:
    'Every rule of the content check, with an example that breaks it and one that keeps it.',
}

/** The data are the tests' own: what stands here as broken is broken, at the place that is marked. */
export default function RulesPage() {
  const all = [...rules]
  const names = [...new Set(all.map(([id]) => groupOf(id)))]
  const groups = names.map((name) => [name, all.filter(([id]) => groupOf(id) === name)] as const)
  return (
    <Sheet
      at="/write/rules"
      title="Rules"
      lead={
        <>
          What <code>npm run check:content</code> asks of a question. Each line of its output names
          the file, the line, the column and one of these. A warning may stay; an error stops the
          check, and those that the solver finds stop the build too.
        </>
      }
    >
      {groups.map(([group, list]) => (
        <Part
          key={group}
          id={group}
          title={group}
          about={`${list.length} ${list.length === 1 ? 'rule' : 'rules'}`}
        >
          {list.map(([id, entry]) => (
            <Rule key={id} id={id} entry={entry} />
          ))}
        </Part>
      ))}
    </Sheet>
  )
}

function groupOf(id: string): string {
  return id.split('/')[0]!
}

function Rule({ id, entry }: { id: string; entry: Entry }) {
  const anchor = id.replace('/', '-')
  const { good, bad } = exampleOf(entry)
  return (
    <section className={sheet.rule} aria-labelledby={anchor}>
      <h3 id={anchor}>
        <code>{id}</code>
        {entry.severity === 'warning' && <small> a warning</small>}
      </h3>
      <p>
        <Said text={entry.about} />
      </p>
      <div className={sheet.pair}>
        <div>
          <p>Broken</p>
          <Typed text={bad} label={`Breaks ${id}`} />
        </div>
        <div>
          <p>Kept</p>
          <Typed text={good} label={`Keeps ${id}`} />
        </div>
      </div>
    </section>
  )
}

function exampleOf({ breaks, shown }: Entry): { good: string; bad: string } {
  const [first] = breaks
  const [good = '', bad = ''] = first ?? []
  const chosen = shown ?? { good, bad }
  return { good: undented(chosen.good), bad: undented(chosen.bad) || '(it is left out)' }
}

/** Without the indentation that all its lines share. */
function undented(text: string): string {
  const lines = text.replace(/\n(encounters:\n {2}- )?$/, '').split('\n')
  const filled = lines.filter((line) => line.trim() !== '')
  const least = Math.min(...filled.map((line) => line.search(/[^ ]/)))
  return lines.map((line) => line.slice(Math.max(0, least))).join('\n')
}
