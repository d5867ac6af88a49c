import { isExpected, type Level } from '#lib/quiz/kinds/rubric.ts'
import type { Marking } from './marking.ts'
import type { AskedPoint } from './key-point-row.tsx'

/** The range as it stands, from what is quoted to all that is ticked. The server computes it again. */
export function RubricScore({
  points,
  level,
  marking,
}: {
  points: AskedPoint[]
  level: Level
  marking: Marking
}) {
  const expected = points.filter(({ from }) => isExpected(from, level))
  const whole = sum(expected)
  const quoted = sum(expected.filter(({ id }) => marking.quotes[id]))
  const ticked = sum(expected.filter(({ id }) => marking.quotes[id] || marking.ticked.includes(id)))
  const low = Math.round((100 * quoted) / whole)
  const high = Math.round((100 * ticked) / whole)
  return (
    <p>
      <b>{low === high ? `${low} %` : `${low}–${high} %`}</b>{' '}
      <span className="small muted">
        quoted {quoted} of {whole} points of weight
        {ticked > quoted && `, ${ticked - quoted} more ticked without words`}
      </span>
    </p>
  )
}

function sum(points: AskedPoint[]): number {
  return points.reduce((total, { weight }) => total + weight, 0)
}
