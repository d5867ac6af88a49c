import type { KeyboardEvent } from 'react'
import { CheckIcon, CrossIcon } from '#app/_ui/icon.tsx'
import type { AskedMultiple, AskedSingle } from '#lib/quiz/kinds/choice.ts'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import styles from './choice-input.module.css'

export const LETTERS = 'ABCDEFGH'

/** Options as whole-width radios or boxes with letter keys; after grading each with its reason. */
export function ChoiceInput({
  item,
  value,
  onChange,
  feedback,
  isDone,
}: {
  item: AskedSingle | AskedMultiple
  /** an id; of an item that takes several a list */
  value: string | string[]
  onChange: (value: string | string[]) => void
  feedback: Feedback | null
  isDone: boolean
}) {
  const chosen = [value].flat()
  function choose(id: string) {
    if (item.kind === 'single') onChange(id)
    else onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  }
  return (
    <div className={styles.options} data-options>
      {item.options.map((option, nth) => {
        const graded = feedback?.options?.find(({ id }) => id === option.id)
        const isChosen = chosen.includes(option.id)
        return (
          <label key={option.id} className={styles.option} data-letter={LETTERS[nth]}>
            <input
              type={item.kind === 'single' ? 'radio' : 'checkbox'}
              name={item.id}
              value={option.id}
              checked={isChosen}
              disabled={isDone}
              onChange={() => choose(option.id)}
              onKeyDown={chooseByLetter}
            />
            <kbd aria-hidden="true">{LETTERS[nth]}</kbd>
            <span>
              {option.text}
              {graded && (
                <span className={styles.why}>
                  <Reading isRight={graded.right} isChosen={isChosen} /> {graded.why}
                </span>
              )}
            </span>
          </label>
        )
      })}
    </div>
  )
}

function Reading({ isRight, isChosen }: { isRight: boolean; isChosen: boolean }) {
  const words = isRight
    ? isChosen
      ? 'Right, and chosen.'
      : 'Right, not chosen.'
    : isChosen
      ? 'Chosen, not right.'
      : 'Not right.'
  return (
    <b className={isRight ? styles.right : styles.wrong}>
      {isRight ? <CheckIcon /> : <CrossIcon />} {words}
    </b>
  )
}

/** A to H choose an option of the list whose option has the focus. */
function chooseByLetter(event: KeyboardEvent<HTMLInputElement>) {
  const isOff = document.documentElement.dataset.keys === 'off'
  if (isOff || event.ctrlKey || event.metaKey || event.altKey) return
  const letter = event.key.toUpperCase()
  if (!/^[A-H]$/.test(letter)) return
  const input = event.currentTarget
    .closest('[data-options]')
    ?.querySelector<HTMLInputElement>(`[data-letter="${letter}"] input`)
  input?.focus()
  input?.click()
}
