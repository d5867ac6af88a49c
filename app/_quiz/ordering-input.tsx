import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { CheckIcon, CrossIcon, DownIcon, UpIcon } from '#app/_ui/icon.tsx'
import type { AskedOption } from '#lib/quiz/kinds/choice.ts'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import { type AskedOrdering, inOrder } from '#lib/quiz/kinds/ordering.ts'

type Direction = 'up' | 'down'

/**
 * Steps that are moved one place at a time: by their buttons, or by Alt and an arrow key while the
 * focus is in the row. Each move is said; the focus stays with the step.
 */
export function OrderingInput({
  item,
  value,
  onChange,
  feedback,
  isDone,
}: {
  item: AskedOrdering
  /** ids, first to last; none while nothing was moved */
  value: string[]
  onChange: (value: string[]) => void
  feedback: Feedback | null
  isDone: boolean
}) {
  const list = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ id: string; by: Direction; said: string }>()
  const steps = inOrder(item, value)

  function move(id: string, by: Direction) {
    const from = steps.findIndex((step) => step.id === id)
    const to = from + (by === 'up' ? -1 : 1)
    const other = steps[to]
    if (other === undefined) return
    const ids = steps.map((step) => step.id)
    onChange(ids.with(from, other.id).with(to, id))
    setMoved({ id, by, said: `${steps[from]!.text}: now ${to + 1} of ${steps.length}.` })
  }
  // A row that is put elsewhere in the document loses the focus that was in it.
  useEffect(() => {
    if (moved)
      list.current
        ?.querySelector<HTMLElement>(`[data-step="${moved.id}"] [data-by="${moved.by}"]`)
        ?.focus()
  }, [moved])

  return (
    <div className="quiz-orders" data-graded={feedback !== null || undefined}>
      <div>
        {feedback && <p className="label">Your order</p>}
        <ol ref={list} className="quiz-order">
          {steps.map((step, nth) => (
            <li key={step.id} data-step={step.id} className="quiz-row">
              <span className="quiz-number">{nth + 1}</span>
              <span className="quiz-text">
                {step.text}
                {feedback?.key && <Place nth={nth} right={feedback.key.indexOf(step.id)} />}
              </span>
              {!isDone && (
                <span className="quiz-moves">
                  <MoveButton step={step} by="up" isEnd={nth === 0} onMove={move} />
                  <MoveButton
                    step={step}
                    by="down"
                    isEnd={nth === steps.length - 1}
                    onMove={move}
                  />
                </span>
              )}
            </li>
          ))}
        </ol>
      </div>
      {!isDone && (
        <p className="small dim">
          Move with the arrows, or with <kbd>Alt</kbd> <kbd>↑</kbd> and <kbd>Alt</kbd> <kbd>↓</kbd>{' '}
          while one of them has the focus.
        </p>
      )}
      {feedback?.key && <RightOrder steps={inOrder(item, feedback.key)} />}
      <p role="status" className="visually-hidden">
        {moved?.said}
      </p>
    </div>
  )
}

function MoveButton({
  step,
  by,
  isEnd,
  onMove,
}: {
  step: AskedOption
  by: Direction
  /** there is no place in this direction; the button keeps the focus that it may have */
  isEnd: boolean
  onMove: (id: string, by: Direction) => void
}) {
  function onKeyDown(event: KeyboardEvent) {
    const direction = event.altKey ? byKey[event.key] : undefined
    if (direction === undefined) return
    event.preventDefault()
    onMove(step.id, direction)
  }
  return (
    <button
      type="button"
      className="quiz-move"
      data-by={by}
      aria-label={`Move ${by}: ${step.text}`}
      aria-disabled={isEnd}
      onClick={() => onMove(step.id, by)}
      onKeyDown={onKeyDown}
    >
      {by === 'up' ? <UpIcon /> : <DownIcon />}
    </button>
  )
}

const byKey: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down' }

/** Where a step belongs, counted from 0. */
function Place({ nth, right }: { nth: number; right: number }) {
  const isRight = nth === right
  return (
    <b className={isRight ? 'quiz-verdict quiz-right' : 'quiz-verdict'}>
      {isRight ? <CheckIcon /> : <CrossIcon />}
      {isRight ? 'In its place' : `Belongs at ${right + 1}`}
    </b>
  )
}

function RightOrder({ steps }: { steps: AskedOption[] }) {
  return (
    <div>
      <p className="label">The right order</p>
      <ol className="quiz-order">
        {steps.map(({ id, text }, nth) => (
          <li key={id} className="quiz-row">
            <span className="quiz-number">{nth + 1}</span>
            <span className="quiz-text">{text}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
