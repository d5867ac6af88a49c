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
import { type DueCard, findSession, keepSession, type Session } from './today.ts'

type State = { phase: 'loading' } | { phase: 'away' } | ({ phase: 'open' } & Session)

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
const KEPT = ' Kept on this device until the server has it.'

/** Due cards one at a time: recall, look, grade. */
export function ReviewSession() {
  const [state, setState] = useState<State>({ phase: 'loading' })
  const [last, setLast] = useState<Last | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  function meet(session: Session | null) {
    if (!session) return setState({ phase: 'away' })
    setState({ phase: 'open', ...session })
    if (session.today.cards.length === 0 || session.keptAt !== null) return
    rememberReturning(true)
    void keepTimeZone(session.today.timeZone)
  }
  const begin = useEffectEvent(() => void findSession().then(meet))
  useEffect(() => begin(), [])
  useEffect(() => {
    if (state.phase === 'open') keepSession(state)
  }, [state])

  /** Records lines; only what the server has, or this device keeps for it, changes the queue. */
  async function send(lines: ReviewLine[], then: (isKept: boolean) => void) {
    setBusy(true)
    const result = await recordAll(lines)
    setBusy(false)
    setProblem(typeof result === 'object' ? result.problem : null)
    if (typeof result === 'string') then(result === 'kept')
  }

  if (state.phase === 'loading') return <p className="muted">Looking up what is due…</p>
  if (state.phase === 'away')
    return (
      <div role="alert" className={styles.away}>
        <p>What is due could not be loaded. Your reviews are safe on the server.</p>
        <Button onClick={() => void findSession().then(meet)}>Try again</Button>
      </div>
    )

  const open = state
  const { today, queue, done, keptAt } = open
  const shown = queue[0]

  function grade(card: DueCard, given: number) {
    const { questionId, keyPointId } = card
    const line = lineOf({ questionId, keyPointId, event: 'graded', grade: given })
    void send([line], (isKept) => {
      // Again comes back in this session, behind the others.
      const rest = queue.slice(1)
      setState({
        ...open,
        queue: given === 1 ? [...rest, { ...card, dueAt: card.choices[0] }] : rest,
        done: done + 1,
      })
      const next = given === 1 || isKept ? null : card.choices[given - 1]!
      const then =
        given === 1
          ? 'once more in this session.'
          : next === null
            ? 'its date is set when the server has it.'
            : `next on ${onDay(next)}.`
      setLast({
        sentence: `${gradeNames[given - 1]}: ${then}${isKept ? KEPT : ''}`,
        lines: [line],
        cards: [card],
        next,
      })
    })
  }

  // What was asked for by name may come much later: that stays where it is, and so do the others.
  const toMove = postponed(today.chosen ? queue : [...queue, ...today.later], today.tomorrow)

  function moveAll() {
    const later = today.chosen ? today.later : []
    const sentence = toMove.length < queue.length ? moved.some : moved.all
    void send(toMove, (isKept) => {
      setState({ ...open, today: { ...today, later }, queue: [] })
      const said = `${sentence}${isKept ? KEPT : ''}`
      setLast({ sentence: said, lines: toMove, cards: queue, next: null })
    })
  }

  /** The reader's own date for the card that was graded last: the grade stays. */
  function moveLast({ cards: [card], ...rest }: Last, dueAt: string) {
    const { questionId, keyPointId } = card!
    const line = lineOf({ questionId, keyPointId, event: 'overridden', dueAt })
    void send([line], (isKept) =>
      setLast({
        ...rest,
        cards: [card!],
        sentence: `Moved to ${onDay(dueAt)}.${isKept ? KEPT : ''}`,
        next: dueAt,
      }),
    )
  }

  function undo({ lines, cards }: Last) {
    void send(takenBack(lines), () => {
      const others = queue.filter((each) => !cards.some((card) => cardKey(card) === cardKey(each)))
      const isGrade = lines[0]!.event === 'graded'
      setState({
        ...open,
        queue: [...cards, ...others],
        done: isGrade ? done - 1 : done,
      })
      setLast(null)
    })
  }

  return (
    <>
      {keptAt !== null && (
        <p role="status" className="small muted">
          The server cannot be reached. These cards were due on {onDay(keptAt)}, when they were last
          looked up; what you grade is kept on this device until it can be sent.
        </p>
      )}
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
        <NothingDue today={today} done={done} isEnd={last !== null} />
      )}
    </>
  )
}
