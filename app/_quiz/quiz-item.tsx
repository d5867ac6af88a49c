'use client'

import { useState, useSyncExternalStore } from 'react'
import { Button } from '#app/_ui/button.tsx'
import {
  isInvalid,
  validate,
  type CheckedItem,
  type Feedback,
  type ItemResponse,
} from '#lib/quiz/kinds/item.ts'
import { ChoiceInput } from './choice-input.tsx'
import { TaskItem } from './task-item.tsx'
import { Verdict } from './verdict.tsx'
import { NumericInput } from './numeric-input.tsx'
import styles from './quiz-item.module.css'

/** Where an item stands: to be answered, on its way, or graded. */
export type ItemState =
  | { phase: 'open' }
  | { phase: 'sent'; response: ItemResponse }
  | { phase: 'graded'; response: ItemResponse; feedback: Feedback; attempts: number }

type Props<Item extends CheckedItem = CheckedItem> = {
  item: Item
  /** in its list, if it stands in one */
  number?: number | undefined
  state: ItemState
  onSubmit: (response: ItemResponse) => void
  onAgain: () => void
}

/** One item: its question, its input, and after submission its reasons. */
export function QuizItem({ item, ...rest }: Props) {
  // Until the code is here nothing can be answered, and an answer given then would be lost.
  const isAlive = useSyncExternalStore(never, yes, no)
  return item.kind === 'task' ? (
    <TaskItem {...rest} item={item} isAlive={isAlive} />
  ) : (
    <FormItem {...rest} item={item} isAlive={isAlive} />
  )
}

/** An item that is answered in a form: options, or a number. */
function FormItem({
  item,
  number,
  state,
  isAlive,
  onSubmit,
  onAgain,
}: Props<Exclude<CheckedItem, { kind: 'task' }>> & { isAlive: boolean }) {
  const [draft, setDraft] = useState<ItemResponse>(item.kind === 'numeric' ? '' : [])
  const [problem, setProblem] = useState<string | null>(null)
  const response = state.phase === 'open' ? draft : state.response
  const feedback = state.phase === 'graded' ? state.feedback : null
  const isOpen = state.phase === 'open'

  function give() {
    // A single choice is kept as a list while it is being made, and sent as one id.
    const raw = item.kind === 'single' ? (draft[0] ?? '') : draft
    const valid = validate(item, raw)
    if (isInvalid(valid)) return setProblem(valid.problem)
    setProblem(null)
    onSubmit(valid)
  }

  return (
    <form
      aria-labelledby={`${item.id}-prompt`}
      onSubmit={(event) => {
        event.preventDefault()
        if (isOpen) give()
      }}
    >
      <fieldset className={styles.body} disabled={!isAlive}>
        <p id={`${item.id}-prompt`} className={styles.prompt}>
          {number !== undefined && <span className={styles.number}>{number}.</span>} {item.prompt}
          {item.kind === 'multiple' && <span className={styles.hint}>Choose all that hold.</span>}
        </p>
        {item.kind === 'numeric' ? (
          <NumericInput item={item} value={String(response)} onChange={setDraft} isDone={!isOpen} />
        ) : (
          <ChoiceInput
            item={item}
            value={typeof response === 'string' ? [response] : response}
            onChange={setDraft}
            feedback={feedback}
            isDone={!isOpen}
          />
        )}
        {problem && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <div role="status">
          {state.phase === 'sent' && (
            <p className="small dim">
              Being graded. It is kept on this device until the server has it.
            </p>
          )}
          {state.phase === 'graded' && <Verdict item={item} feedback={state.feedback} />}
        </div>
        <div className="js-only">
          {isOpen && <Button type="submit">Check</Button>}
          {state.phase === 'graded' && (
            <p className={styles.again}>
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  setDraft(item.kind === 'numeric' ? '' : [])
                  onAgain()
                }}
              >
                Try again
              </button>
              <span className="small dim">{attemptsInWords(state.attempts)}</span>
            </p>
          )}
        </div>
      </fieldset>
    </form>
  )
}

function attemptsInWords(attempts: number): string {
  return attempts === 1 ? 'Answered once' : `Answered ${attempts} times`
}

const never = () => () => {}
const yes = () => true
const no = () => false
