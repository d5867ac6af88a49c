import { Symbols } from '#app/_figure/symbols.tsx'
import { CheckIcon, CrossIcon } from '#app/_ui/icon.tsx'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import type { AskedSpot } from '#lib/quiz/kinds/spot.ts'

/** Numbered lines of code or of a derivation, one of which is to be chosen as the wrong one. */
export function SpotInput({
  item,
  value,
  onChange,
  feedback,
  isDone,
}: {
  item: AskedSpot
  /** the number of a line, or "" */
  value: string
  onChange: (value: string) => void
  feedback: Feedback | null
  isDone: boolean
}) {
  return (
    <fieldset className="quiz-lines" data-notation={item.notation} disabled={isDone}>
      <legend className="visually-hidden">Which line is wrong?</legend>
      {item.lines.map((line, nth) => {
        const number = String(nth + 1)
        return (
          <label key={number} className="quiz-spot">
            <input
              type="radio"
              name={item.id}
              value={number}
              checked={value === number}
              onChange={() => onChange(number)}
            />
            <kbd aria-hidden="true">{number}</kbd>
            <span className="quiz-code">
              <span className="visually-hidden">Line {number}: </span>
              {item.notation === 'maths' ? <Symbols text={line} /> : line}
            </span>
            {feedback?.key && (
              <Mark isWrongLine={feedback.key[0] === number} isChosen={value === number} />
            )}
          </label>
        )
      })}
    </fieldset>
  )
}

function Mark({ isWrongLine, isChosen }: { isWrongLine: boolean; isChosen: boolean }) {
  if (isWrongLine)
    return (
      <b className="quiz-verdict quiz-right">
        <CheckIcon /> {isChosen ? 'Found: this line is wrong' : 'This line is wrong'}
      </b>
    )
  if (!isChosen) return null
  return (
    <b className="quiz-verdict">
      <CrossIcon /> Chosen; this line holds
    </b>
  )
}
