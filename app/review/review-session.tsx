'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { gradeNames } from '#app/_question/grades.tsx'
import { lineOf, onDay, record, type ReviewLine } from '#app/_question/reviews.ts'
import { Button } from '#app/_ui/button.tsx'
import { CardFlow } from './card-flow.tsx'
import { NothingDue } from './nothing-due.tsx'
import styles from './review.module.css'
import { type DueCard, fetchToday, keepTimeZone, type Today } from './today.ts'

type State =
  | { phase: 'loading' }
  | { phase: 'away' }
  | { phase: 'open'; today: Today; queue: DueCard[]; done: number }

/** What was done last: said in a line, and taken back with one press. */
type Last = { sentence: string; lines: ReviewLine[]; cards: DueCard[] }

/** Due cards one at a time: recall, look, grade. */
export function ReviewSession() {
  const [state, setState] = useState<State>({ phase: 'loading' })
  const [last, setLast] = useState<Last | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  function meet(today: Today | null) {
    if (!today) return setState({ phase: 'away' })
    setState({ phase: 'open', today, queue: today.cards, done: 0 })
    if (today.cards.length > 0) void keepTimeZone(today.timeZone)
  }
  const begin = useEffectEvent(() => void fetchToday().then(meet))
  useEffect(() => begin(), [])

  /** Records lines; only what the server has confirmed changes the queue. */
  async function send(lines: ReviewLine[], then: () => void) {
    setBusy(true)
    const result = await record(lines)
    setBusy(false)
    setProblem('problem' in result ? result.problem : null)
    if (!('problem' in result)) then()
  }

  if (state.phase === 'loading') return <p className="muted">Looking up what is due…</p>
  if (state.phase === 'away')
    return (
      <div role="alert" className={styles.away}>
        <p>What is due could not be loaded. Your reviews are safe on the server.</p>
        <Button onClick={() => void fetchToday().then(meet)}>Try again</Button>
      </div>
    )

  const { today, queue, done } = state
  const shown = queue[0]

  function grade(card: DueCard, given: number) {
    const { questionId, keyPointId } = card
    const line = lineOf({ questionId, keyPointId, event: 'graded', grade: given })
    void send([line], () => {
      // Again comes back in this session, behind the others.
      const rest = queue.slice(1)
      setState({
        phase: 'open',
        today,
        queue: given === 1 ? [...rest, card] : rest,
        done: done + 1,
      })
      const when = onDay(card.choices[given - 1]!)
      const sentence = `${gradeNames[given - 1]}: ${given === 1 ? 'once more in this session.' : `next on ${when}.`}`
      setLast({ sentence, lines: [line], cards: [card] })
    })
  }

  function moveAll() {
    const lines = queue.map(({ questionId, keyPointId }) =>
      lineOf({ questionId, keyPointId, event: 'postponed', dueAt: today.tomorrow }),
    )
    void send(lines, () => {
      setState({ phase: 'open', today, queue: [], done })
      setLast({ sentence: 'All moved to tomorrow.', lines, cards: queue })
    })
  }

  function undo({ lines, cards }: Last) {
    const undone = lines.map(({ id, questionId, keyPointId }) =>
      lineOf({ questionId, keyPointId, event: 'undone', undoes: id }),
    )
    void send(undone, () => {
      const others = queue.filter((each) => !cards.includes(each))
      const isGrade = lines[0]!.event === 'graded'
      setState({
        phase: 'open',
        today,
        queue: [...cards, ...others],
        done: isGrade ? done - 1 : done,
      })
      setLast(null)
    })
  }

  return (
    <>
      <p role="status" className={styles.last}>
        {last?.sentence}{' '}
        {last && (
          <button type="button" className="link-button" onClick={() => undo(last)}>
            Undo
          </button>
        )}
      </p>
      {problem && (
        <p role="alert" className={styles.failed}>
          {problem} The card stays here: grade it again.
        </p>
      )}
      {shown ? (
        <CardFlow
          key={`${shown.questionId} ${shown.keyPointId} ${done}`}
          card={shown}
          place={{ done, left: queue.length, reentry: today.reentry }}
          busy={busy}
          onGrade={(given) => grade(shown, given)}
          onMoveAll={moveAll}
        />
      ) : (
        <NothingDue today={today} done={done} />
      )}
    </>
  )
}
