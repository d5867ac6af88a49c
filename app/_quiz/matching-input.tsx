import { CheckIcon, CrossIcon } from '#app/_ui/icon.tsx'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import type { AskedMatching } from '#lib/quiz/kinds/matching.ts'

const LETTERS = 'ABCDEF'

/** The answers under letters, and for each line one radio a letter: nothing is cut short on a phone. */
export function MatchingInput({
  item,
  value,
  onChange,
  feedback,
  isDone,
}: {
  item: AskedMatching
  /** for each left the id of a right, or "" */
  value: string[]
  onChange: (value: string[]) => void
  feedback: Feedback | null
  isDone: boolean
}) {
  const letterOf = (id: string | undefined) =>
    LETTERS[item.rights.findIndex((right) => right.id === id)]
  return (
    <div className="quiz-matching">
      <ul className="quiz-rights">
        {item.rights.map(({ id, text }) => (
          <li key={id} className="quiz-right-text">
            <kbd>{letterOf(id)}</kbd> <span>{text}</span>
          </li>
        ))}
      </ul>
      {item.lefts.map((left, nth) => (
        <fieldset key={left} className="quiz-line" disabled={isDone}>
          <legend className="quiz-text">{left}</legend>
          <div className="quiz-letters">
            {item.rights.map(({ id, text }) => (
              <label key={id} className="quiz-letter">
                <input
                  type="radio"
                  name={`${item.id}-${nth}`}
                  aria-label={`${letterOf(id)}: ${text}`}
                  checked={value[nth] === id}
                  onChange={() => onChange(item.lefts.map((_, i) => (i === nth ? id : value[i]!)))}
                />
                <kbd aria-hidden="true">{letterOf(id)}</kbd>
              </label>
            ))}
          </div>
          {feedback?.key && (
            <Match
              isRight={value[nth] === feedback.key[nth]}
              letter={letterOf(feedback.key[nth])}
              isGiven={value[nth] !== ''}
            />
          )}
        </fieldset>
      ))}
    </div>
  )
}

function Match({
  isRight,
  isGiven,
  letter,
}: {
  isRight: boolean
  isGiven: boolean
  letter: string | undefined
}) {
  return (
    <b className={isRight ? 'quiz-verdict quiz-right' : 'quiz-verdict'}>
      {isRight ? <CheckIcon /> : <CrossIcon />}
      {isRight ? 'Right' : `${isGiven ? 'Not right' : 'Not matched'}: ${letter} belongs here`}
    </b>
  )
}
