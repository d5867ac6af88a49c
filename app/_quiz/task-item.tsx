'use client'

import { type ReactNode, useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'
import type { AskedTask } from '#lib/quiz/kinds/task.ts'
import type { ItemState } from './quiz-item.tsx'
import { TaskInput } from './task-input.tsx'
import { TaskVerdict } from './task-verdict.tsx'
import quiz from './quiz-item.module.css'
import styles from './task-item.module.css'

/**
 * A goal, the figure in which to reach it, and what came of the state that was submitted last. The
 * figure stays in the reader's hands: one submits, reads what is missing, and moves on from there.
 */
export function TaskItem({
  item,
  number,
  state,
  isAlive,
  onSubmit,
  children,
}: {
  item: AskedTask
  /** in its list, if it stands in one */
  number?: number | undefined
  state: ItemState
  isAlive: boolean
  onSubmit: (response: string) => void
  /** what else is asked before it is submitted */
  children?: ReactNode
}) {
  // The figure says where it stands. It draws itself, so nothing here has to be drawn again.
  const stands = useRef(item.start)
  return (
    <div role="group" aria-labelledby={`${item.id}-prompt`} className={quiz.body}>
      <p id={`${item.id}-prompt`} className={`${quiz.prompt} ${styles.words}`}>
        {number !== undefined && <span className={quiz.number}>{number}.</span>} {item.prompt}
      </p>
      <TaskInput
        item={item}
        value={item.start}
        onChange={(state) => {
          stands.current = state
        }}
      />
      {children}
      <p className={`js-only ${styles.submit}`}>
        <Button
          disabled={!isAlive}
          onClick={() => state.phase !== 'sent' && onSubmit(stands.current)}
        >
          Submit this state
        </Button>
        <span className="small dim">{submissions(state)}</span>
      </p>
      <div role="status" className={styles.words}>
        {state.phase === 'sent' && (
          <p className="small dim">
            Being solved again on the server. The state is kept on this device until then.
          </p>
        )}
        {state.phase === 'graded' && (
          <TaskVerdict item={item} response={String(state.response)} feedback={state.feedback} />
        )}
      </div>
    </div>
  )
}

function submissions(state: ItemState): string {
  if (state.phase !== 'graded') return ''
  return state.attempts === 1 ? 'Submitted once' : `Submitted ${state.attempts} times`
}
