import { Misheard } from '#app/_question/misheard.tsx'
import { isExpected } from '#lib/quiz/kinds/rubric.ts'
import type { ReportLine, ReportRubric } from '#lib/study/open-report.ts'
import { AskedNext } from './asked-next.tsx'
import { followUpOf, placeOf, promptOf, textOf } from './reading.ts'
import styles from './report.module.css'
import { rangeInWords } from './sentences.ts'

/** For each answer in words what an interviewer would have heard: said, missed, misstated. */
export function KeyPointMap({ lines }: { lines: readonly ReportLine[] }) {
  const written = lines.filter(({ kind }) => kind === 'answer')
  if (written.length === 0) return null
  return (
    <section aria-labelledby="points" className={styles.section}>
      <h2 id="points" className="section-title">
        Key points: said, missed, misstated
      </h2>
      <ul className={styles.map}>
        {written.map((line) => (
          <li key={line.position}>
            <h3>
              <a href={placeOf(line)}>{line.title}</a>
            </h3>
            {line.rubric ? <Points line={line} rubric={line.rubric} /> : <NotAnswered />}
            {line.rubric && <AskedNext rubric={line.rubric} asked={askedAfter(line, lines)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Points({ line, rubric: { points, marked } }: { line: ReportLine; rubric: ReportRubric }) {
  const expected = marked ? points.filter(({ from }) => isExpected(from, marked.level)) : []
  const isQuoted = (id: string) => marked !== null && id in marked.quotes
  const isTicked = (id: string) => marked?.ticked.includes(id) === true && !isQuoted(id)
  const said = expected.filter(({ id }) => isQuoted(id))
  const perhaps = expected.filter(({ id }) => isTicked(id))
  const missed = expected.filter(({ id }) => !isQuoted(id) && !isTicked(id))
  const lists = [
    { title: 'Said', points: said },
    { title: TICKED, points: perhaps },
    { title: 'Missed', points: missed },
  ]
  const all = expected.length
  return (
    <>
      {marked ? (
        <>
          <p className="small muted">
            {rangeInWords(marked.score)} of the weight expected of {levels[marked.level]}, marked by
            you.
          </p>
          <div className={styles.points}>
            {lists
              .filter(({ title, points: list }) => list.length > 0 || title !== TICKED)
              .map((list) => (
                <List key={list.title} {...list} isAlone={list.points.length === all} />
              ))}
          </div>
        </>
      ) : (
        <p className="small">
          <a href={placeOf(line)}>To be marked</a>. Until then it counts as anything from 0 to
          100 %.
        </p>
      )}
      <Misheard text={textOf(line)} found={line.attempt?.heard?.misconceptions ?? []} />
    </>
  )
}

const TICKED = 'Ticked, no words quoted'

/** @param isAlone whether all points are in it: it then takes the whole width, and so does an empty one */
function List({
  title,
  points,
  isAlone,
}: {
  title: string
  points: ReportRubric['points']
  isAlone: boolean
}) {
  return (
    <div data-wide={isAlone || points.length === 0 || undefined}>
      <p className="label">
        {title}, {points.length}
      </p>
      <ul className="small">
        {points.map(({ id, text, must }) => (
          <li key={id}>
            {text}
            {must && title === 'Missed' && <b> Must have.</b>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function askedAfter(line: ReportLine, lines: readonly ReportLine[]): string | null {
  const next = followUpOf(line, lines)
  return next && promptOf(next)
}

function NotAnswered() {
  return <p className="small muted">Not answered.</p>
}

const levels = { intern: 'an intern', mid: 'a mid level', senior: 'a senior' }
