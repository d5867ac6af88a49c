import type { Metadata } from 'next'
import { Link } from '#app/_ui/link.tsx'
import { Part, Rows, Said, Sheet } from '#app/_write/sheet.tsx'
import { evaluateClaim } from '#lib/content/evaluate-claim.ts'
import { defaults, type Figure, figures, type FigureId } from '#lib/figures/index.ts'
import type { Field } from '#lib/figures/figure.ts'
import { namesOf } from '#lib/figures/names.ts'

export const metadata: Metadata = {
  title: 'The language of claims',
  description:
    'How to write a number that the solver checks, and what each figure calls its results.',
}

const examples: [expression: string, state: string, about: string][] = [
  ['beta2 == 0', '1.budget~1', '`==` is exact, and for integers and exact zeros alone'],
  ['nonzeros == 1 and beta1 > 0.9', '1.budget~1', '`and`, `or`, `not` join what is true or false'],
  ['approx(beta1, 1, 0.005)', '1.budget~1', 'any other number: within a tolerance'],
  ['at(budget=2).beta2 > 0', '1.budget~1', 'the same figure in another state'],
  ['abs(beta1) + abs(beta2) <= 1', '1.budget~1', '`+ - * / ^`, `abs`, `min`, `max`, comparisons'],
  ['beta2 == 1', '1.budget~1', 'what does not hold stops the build, and says what was found'],
  ['betta2 == 0', '1.budget~1', 'a name that there is not, likewise'],
]

/** Computed while building: by the evaluator that checks questions, from the figures that readers see. */
export default function LanguagePage() {
  return (
    <Sheet
      at="/write/language"
      title="The language of claims"
      lead={
        <>
          An expression in <code>&lt;Claim assert&gt;</code>, in a refutation’s <code>shows</code>,
          in a task’s <code>check</code>, in an item’s <code>from</code> and <code>when</code>. It
          is parsed, never run as a program, and solved by the code that draws the figure.
        </>
      }
    >
      <Part id="examples" title="Seven examples" about="In the figure geometry, at a budget of 1.">
        <Rows
          caption="Expressions and what comes of them"
          head={['Expression', 'The check says', 'What it shows']}
          rows={examples.map(([text, state, about]) => [
            <code key="e">{text}</code>,
            verdictOn(text, state),
            <Said key="a" text={about} />,
          ])}
        />
        <p>
          A comparison that holds has a margin: its relative slack; of a count, how far λ can move,
          in powers of ten, before it does not hold. Tasks need one, claims do not.
        </p>
      </Part>
      {(Object.keys(figures) as FigureId[]).map((id) => (
        <FigurePart key={id} figure={figures[id] as unknown as Figure} />
      ))}
    </Sheet>
  )
}

function verdictOn(text: string, state: string): string {
  const verdict = evaluateClaim(text, { demo: 'geometry', state })
  if (verdict.kind === 'holds') return 'it holds'
  return verdict.kind === 'fails' ? verdict.message : `column ${verdict.column}: ${verdict.message}`
}

function FigurePart({ figure }: { figure: Figure }) {
  const results = figure.named(figure.compute(defaults(figure)))
  return (
    <Part
      id={figure.id}
      title={figure.title}
      about={
        <Link href={`/demos/${figure.id}`}>
          <code>{figure.id}</code>
        </Link>
      }
    >
      <Rows
        caption={`Results of ${figure.id}`}
        head={['Result', 'At the start', 'Meaning']}
        rows={Object.entries(namesOf[figure.id as FigureId]).map(([name, about]) => {
          const own = Object.keys(results).filter((each) => matches(each, name))
          return [
            <code key="n">{spanned(name, own)}</code>,
            own
              .slice(0, 4)
              .map((each) => written(results[each]!))
              .join(', ') + (own.length > 4 ? ', …' : ''),
            about,
          ]
        })}
      />
      <Rows
        caption={`State of ${figure.id}`}
        head={['Key of the state', 'From, to', 'Meaning']}
        rows={Object.entries(figure.fields).map(([key, field]) => [
          <code key="k">{key}</code>,
          rangeOf(field),
          field.label,
        ])}
      />
    </Part>
  )
}

/** `beta*` is explained once for beta1, beta2, … */
function matches(name: string, pattern: string): boolean {
  if (!pattern.endsWith('*')) return name === pattern
  const [stem] = pattern.split('*')
  return name.startsWith(stem!) && /^\d+$/.test(name.slice(stem!.length))
}

function spanned(name: string, own: readonly string[]): string {
  return name.endsWith('*') && own.length > 1 ? `${own[0]} … ${own.at(-1)}` : (own[0] ?? name)
}

function rangeOf(field: Field): string {
  if (field.kind === 'choice') return field.options.map(({ value }) => value).join(', ')
  return `${written(field.min)} to ${written(field.max)}, ${written(field.default)} at the start`
}

function written(value: number): string {
  return String(Number(value.toPrecision(4))).replace('-', '−')
}
