'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { entries, listen } from '#app/_outbox/outbox.ts'
import { onDay } from '#app/_question/reviews.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import {
  type Brief,
  type DueQuestion,
  postponed,
  recordAll,
  type ReviewLine,
  takenBack,
} from './brief.ts'
import styles from './due-today.module.css'
import { Ring } from './ring.tsx'
import { ago, count, longDay } from './words.ts'

const KEPT =
  'The server has not answered. This is kept on this device, and done as soon as the server has it.'

/** The button that was pressed is gone; it can be taken back by the one that has come. */
function focus(button: HTMLButtonElement | null) {
  button?.focus()
}

/** Today's reviews as a list, the way in, and the way out. */
export function DueToday({ today, onChange }: { today: Brief; onChange: () => Promise<void> }) {
  const [moved, setMoved] = useState<ReviewLine[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [isKept, setKept] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const cards = today.due.flatMap((question) => question.cards)
  const whole = today.reviewedToday + cards.length

  /** @param then what can be taken back afterwards */
  async function send(lines: ReviewLine[], then: ReviewLine[]) {
    setBusy(true)
    const result = await recordAll(lines)
    setProblem(typeof result === 'object' ? result.problem : null)
    setKept(result === 'kept')
    if (typeof result === 'string') setMoved(then)
    if (result === 'stored') await onChange()
    setBusy(false)
    if (then.length === 0) heading.current?.focus()
  }
  function moveAll() {
    const lines = postponed([...cards, ...today.later], today.tomorrow)
    void send(lines, lines)
  }

  // What was kept is delivered in its time: then the page says what is so.
  const look = useEffectEvent(() => {
    if (entries().some(({ what, refused }) => what === 'grades' && !refused)) return
    setKept(false)
    void onChange()
  })
  useEffect(() => {
    if (!isKept) return
    // It may have been delivered before anybody listened.
    const soon = setTimeout(() => look())
    const stop = listen({ changed: () => look() })
    return () => {
      clearTimeout(soon)
      stop()
    }
  }, [isKept])

  return (
    <section aria-labelledby="today">
      <div className={styles.head}>
        <div>
          <h1 ref={heading} id="today" tabIndex={-1} className="title">
            Today
          </h1>
          <p className="muted">{sentence(today, cards.length)}</p>
        </div>
        {whole > 0 && <Ring done={today.reviewedToday} whole={whole} />}
      </div>
      {(problem ?? isKept) && (
        <p role="alert" className={styles.problem}>
          {problem ?? KEPT}
        </p>
      )}
      <p role="status" className={styles.moved}>
        {moved.length > 0 && (
          <>
            All moved to tomorrow.{' '}
            <button
              ref={focus}
              type="button"
              className="link-button"
              onClick={() => busy || void send(takenBack(moved), [])}
            >
              Undo
            </button>
          </>
        )}
      </p>
      {cards.length > 0 ? (
        <Waiting today={today} busy={busy} onMoveAll={moveAll} />
      ) : (
        <Nothing today={today} />
      )}
    </section>
  )
}

function Waiting({
  today,
  busy,
  onMoveAll,
}: {
  today: Brief
  busy: boolean
  onMoveAll: () => void
}) {
  return (
    <>
      {today.reentry && (
        <p className={styles.note}>
          Welcome back. This is a short set: what matters most and is most nearly forgotten. The
          rest waits.
        </p>
      )}
      <div className={styles.ways}>
        <ButtonLink look="primary" href="/review">
          {today.reviewedToday > 0 ? 'Start the next review' : 'Start reviewing'}
        </ButtonLink>
        <Button aria-disabled={busy || undefined} onClick={() => busy || onMoveAll()}>
          Move all to tomorrow
        </Button>
      </div>
      <ol className={styles.due}>
        {today.due.map((question) => (
          <li key={question.slug}>
            <Link href={`/questions/${question.slug}`}>{question.title}</Link>
            <span className={styles.minutes}>{question.minutes} min</span>
            <small>{why(question)}</small>
          </li>
        ))}
        {today.later.length > 0 && !today.reentry && (
          <li className={styles.cut}>
            Your {today.dailyMinutes}-minute day ends here. The rest can wait.
          </li>
        )}
      </ol>
      <p className="small dim">
        Nothing is lost if you stop here: what you leave is offered again.
      </p>
    </>
  )
}

function Nothing({ today }: { today: Brief }) {
  return (
    <div className={styles.nothing}>
      <p>
        {today.hasBegun
          ? nextInWords(today)
          : 'Answer a question and grade how it went: it then comes back here, shortly before you would forget it.'}
      </p>
      <p>
        <ButtonLink look={today.hasBegun ? 'plain' : 'primary'} href="/questions">
          Open a question
        </ButtonLink>
      </p>
    </div>
  )
}

function sentence({ day, reviewedToday, due, hasBegun }: Brief, cards: number): string {
  const minutes = due.reduce((sum, question) => sum + question.minutes, 0)
  const done = reviewedToday > 0 ? `${reviewedToday} done` : ''
  if (cards > 0) {
    const left = done ? `${done}, ${cards} to go` : `${count(cards, 'card')} to review`
    return `${longDay(day)}. ${left}, about ${count(minutes, 'minute')}.`
  }
  if (!hasBegun) return `${longDay(day)}. Nothing to review yet.`
  return `${longDay(day)}. ${done ? `${done}: that` : 'That'} is all for today.`
}

function nextInWords({ later, nextAt, dailyMinutes, reentry }: Brief): string {
  if (later.length > 0 && reentry)
    return 'The short set is done. What else is waiting comes back from tomorrow on, the most urgent first.'
  if (later.length > 0)
    return `Your ${dailyMinutes}-minute day is done. What is left waits well: the most urgent comes first tomorrow.`
  return nextAt === null
    ? 'No review has a date yet.'
    : `The next card is due on ${onDay(nextAt)}. Until then a new question is worth more than reading an old one again.`
}

function why({ isWhole, points, daysAgo }: DueQuestion): string {
  const missed = points > 0 ? `${count(points, 'point')} you missed` : ''
  const what = isWhole ? ['The question', missed].filter(Boolean).join(' and ') : missed
  return `${what[0]?.toUpperCase()}${what.slice(1)}. Last time ${ago(daysAgo)}`
}
