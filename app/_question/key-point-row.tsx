import { CrossIcon } from '#app/_ui/icon.tsx'
import type { Level, Span } from '#lib/quiz/kinds/rubric.ts'
import type { Marking } from './marking.ts'
import styles from './key-point-row.module.css'

export type AskedPoint = {
  id: string
  text: string
  weight: number
  must?: boolean | undefined
  from: Level
}

/** One point: said or missed, and the reader's own words that say it. */
export function KeyPointRow({
  point,
  isExpected,
  answer,
  marking,
  likely = [],
  selection,
  onSelect,
  onChange,
}: {
  point: AskedPoint
  isExpected: boolean
  /** null: nothing to mark yet. */
  answer: string | null
  marking: Marking
  /** words of the answer that may earn it */
  likely?: readonly Span[]
  selection: Span | null
  /** one of them, in the text that is quoted */
  onSelect?: (span: Span) => void
  onChange: (marking: Marking) => void
}) {
  const quotes = marking.quotes[point.id] ?? []
  const isTicked = quotes.length > 0 || marking.ticked.includes(point.id)
  const others = marking.ticked.filter((id) => id !== point.id)

  function setQuotes(next: Span[]) {
    const { [point.id]: _, ...rest } = marking.quotes
    onChange({ quotes: next.length > 0 ? { ...rest, [point.id]: next } : rest, ticked: others })
  }

  return (
    <li className={styles.row} data-expected={isExpected}>
      {answer === null ? (
        <span className={styles.text}>{point.text}</span>
      ) : (
        <label className={styles.text}>
          <input
            type="checkbox"
            checked={isTicked}
            onChange={() => {
              if (quotes.length > 0) setQuotes([])
              else onChange({ ...marking, ticked: isTicked ? others : [...others, point.id] })
            }}
          />
          <span>{point.text}</span>
        </label>
      )}
      <div className={styles.side}>
        <span className={styles.tag} data-must={point.must}>
          {tagOf(point, isExpected)}
        </span>
        {answer !== null && (
          <button
            type="button"
            className="link-button"
            disabled={selection === null}
            aria-label={`Quote the selected words for: ${point.text}`}
            onClick={() => selection && setQuotes(withSpan(quotes, selection))}
          >
            Quote
          </button>
        )}
      </div>
      {answer !== null && quotes.length === 0 && likely.length > 0 && (
        <p className={styles.likely}>
          Perhaps{' '}
          {likely.map((span) => (
            <button
              key={span.join()}
              type="button"
              className="link-button"
              aria-label={`Select “${answer.slice(...span)}” in your answer`}
              onClick={() => onSelect?.(span)}
            >
              “{answer.slice(...span)}”
            </button>
          ))}
        </p>
      )}
      {answer !== null && quotes.length > 0 && (
        <ul className={styles.words}>
          {quotes.map((span, nth) => (
            <li key={span.join()} className={styles.quote}>
              <q>{answer.slice(...span)}</q>
              <button
                type="button"
                aria-label={`Remove the quotation for: ${point.text}`}
                onClick={({ currentTarget }) => {
                  // This button goes with what it removes: the focus stays at its point.
                  currentTarget.closest('[data-expected]')?.querySelector('input')?.focus()
                  setQuotes(quotes.filter((_, other) => other !== nth))
                }}
              >
                <CrossIcon />
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function tagOf({ must, weight, from }: AskedPoint, isExpected: boolean): string {
  if (!isExpected) return `From ${from}`
  if (must) return 'Must have'
  return weight > 1 ? 'Strong' : 'Bonus'
}

/** In the order of the text; the same words once. */
function withSpan(spans: Span[], [start, end]: Span): Span[] {
  const apart = spans.filter((span) => span[0] !== start || span[1] !== end)
  return [...apart, [start, end] satisfies Span].toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
}
