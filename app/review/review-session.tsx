'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import {
  keepTimeZone,
  postponed,
  recordAll,
  rememberReturning,
  takenBack,
} from '#app/_progress/brief.ts'
import { gradeNames } from '#app/_question/grades.tsx'
import { lineOf, onDay, type ReviewLine } from '#app/_question/reviews.ts'
import { Button } from '#app/_ui/button.tsx'
import { cardKey } from '#lib/learning/card.ts'
import { CardFlow } from './card-flow.tsx'
import { LastDone } from './last-done.tsx'
import { NothingDue } from './nothing-due.tsx'
import styles from './review.module.css'
import { type DueCard, fetchToday, type Today } from './today.ts'

type State =
  | { phase: 'loading' }
  | { phase: 'away' }
  | { phase: 'open'; today: Today; queue: DueCard[]; done: number }

/** What was done last: said in a line, taken back with one press, or given another date. */
export type Last = {
  sentence: string
  lines: ReviewLine[]
  cards: DueCard[]
  /** ISO 8601: when the one card comes back that was graded; null where the session has it still */
  next: string | null
}

const moved = {
  all: 'All moved to tomorrow.',
  some: 'What was due is moved to tomorrow; the others keep their dates.',
}

/** Due cards one at a time: recall, look, grade. */
export function ReviewSession() {
  const [state, setState] = useState<State>({ phase: 'loading' })
  const [last, setLast] = useState<Last | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  function meet(today: Today | null) {
    if (!today) return setState({ phase: 'away' })
    setState({ phase: 'open', today, queue: today.cards, done: 0 })
    if (today.cards.length === 0) return
    rememberReturning(true)
    void keepTimeZone(today.timeZone)
  }
  const begin = useEffectEvent(() => void fetchToday().then(meet))
  useEffect(() => begin(), [])

  /** Records lines; only what the server has confirmed changes the queue. */
  async function send(lines: ReviewLine[], then: () => void) {
    setBusy(true)
    const failed = await recordAll(lines)
    setBusy(false)
    setProblem(failed)
    if (failed === null) then()
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
        queue: given === 1 ? [...rest, { ...card, dueAt: card.choices[0] }] : rest,
        done: done + 1,
      })
      const next = given === 1 ? null : card.choices[given - 1]!
      const then = next === null ? 'once more in this session.' : `next on ${onDay(next)}.`
      setLast({ sentence: `${gradeNames[given - 1]}: ${then}`, lines: [line], cards: [card], next })
    })
  }

  // What was asked for by name may come much later: that stays where it is, and so do the others.
  const toMove = postponed(today.chosen ? queue : [...queue, ...today.later], today.tomorrow)

  function moveAll() {
    const later = today.chosen ? today.later : []
    const sentence = toMove.length < queue.length ? moved.some : moved.all
    void send(toMove, () => {
      setState({ phase: 'open', today: { ...today, later }, queue: [], done })
      setLast({ sentence, lines: toMove, cards: queue, next: null })
    })
  }

  /** The reader's own date for the card that was graded last: the grade stays. */
  function moveLast({ cards: [card], ...rest }: Last, dueAt: string) {
    const { questionId, keyPointId } = card!
    const line = lineOf({ questionId, keyPointId, event: 'overridden', dueAt })
    void send([line], () =>
      setLast({ ...rest, cards: [card!], sentence: `Moved to ${onDay(dueAt)}.`, next: dueAt }),
    )
  }

  function undo({ lines, cards }: Last) {
    void send(takenBack(lines), () => {
      const others = queue.filter((each) => !cards.some((card) => cardKey(card) === cardKey(each)))
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
      <LastDone last={last} busy={busy} onUndo={undo} onMove={moveLast} />
      {problem && (
        <p role="alert" className={styles.failed}>
          {problem} The card stays here: try again.
        </p>
      )}
      {shown ? (
        <CardFlow
          key={`${shown.questionId} ${shown.keyPointId} ${done}`}
          card={shown}
          place={{ done, left: queue.length, reentry: today.reentry }}
          busy={busy}
          onGrade={(given) => grade(shown, given)}
          onMoveAll={toMove.length > 0 ? moveAll : null}
        />
      ) : (
        <NothingDue today={today} done={done} />
      )}
    </>
  )
}
