'use client'

import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { Button } from '#app/_ui/button.tsx'
import {
  emptyResponse,
  isInvalid,
  unfinished,
  validate,
  type CheckedItem,
  type Feedback,
  type ItemResponse,
} from '#lib/quiz/kinds/item.ts'
import { ItemInput } from './some-input.tsx'
import styles from './quiz-item.module.css'
import { TaskItem } from './task-item.tsx'
import { Verdict } from './verdict.tsx'

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
  /** of an item that is drawn from a seed: asks for one with other numbers */
  onAnother?: () => void
  /** what else is asked before it is submitted: stands above the button */
  children?: ReactNode
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

/** An item that is answered once in a form; trying again begins anew. */
function FormItem({
  item,
  number,
  state,
  isAlive,
  onSubmit,
  onAgain,
  onAnother,
  children,
}: Props<Exclude<CheckedItem, { kind: 'task' }>> & { isAlive: boolean }) {
  const [draft, setDraft] = useState(() => emptyResponse(item))
  const [problem, setProblem] = useState<string | null>(null)
  const response = state.phase === 'open' ? draft : state.response
  const feedback = state.phase === 'graded' ? state.feedback : null
  const isOpen = state.phase === 'open'

  function give() {
    const valid = validate(item, draft)
    const missing = isInvalid(valid) ? valid.problem : unfinished(item, valid)
    if (isInvalid(valid) || missing !== null) return setProblem(missing)
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
        <ItemInput
          item={item}
          value={response}
          onChange={setDraft}
          feedback={feedback}
          isDone={!isOpen}
        />
        {isOpen && children}
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
                  setDraft(emptyResponse(item))
                  onAgain()
                }}
              >
                Try again
              </button>
              {onAnother && (
                <button type="button" className="link-button" onClick={onAnother}>
                  Another like it
                </button>
              )}
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
