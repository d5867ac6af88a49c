import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Grades, isElsewhere } from '#app/_question/grades.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import styles from './review.module.css'
import type { DueCard } from './today.ts'

type Place = { done: number; left: number; reentry: boolean }

/** One card: what is asked, then what was to be said, then how it went. */
export function CardFlow({
  card,
  place,
  busy,
  onGrade,
  onMoveAll,
}: {
  card: DueCard
  place: Place
  busy: boolean
  onGrade: (grade: number) => void
  /** null where everything here comes later than today anyway */
  onMoveAll: (() => void) | null
}) {
  const [isOpen, setOpen] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  // After a grade the focus would be on a button that is gone.
  useEffect(() => heading.current?.focus(), [])
  const press = useEffectEvent((event: KeyboardEvent) => {
    const onControl = event.target instanceof Element && event.target.closest('a, button')
    if (event.key !== ' ' || isOpen || onControl || isElsewhere(event)) return
    event.preventDefault()
    setOpen(true)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  const isPoint = card.keyPointId !== ''
  return (
    <article className={styles.card}>
      <p className="small dim">{placeInWords(place)}</p>
      {place.reentry && place.done === 0 && (
        <p className="muted">
          Welcome back. This is a short set: what matters most and is most nearly forgotten. The
          rest waits, and nobody counts it.
        </p>
      )}
      <h2 ref={heading} tabIndex={-1} className={styles.asked}>
        {card.asked}
      </h2>
      {isPoint && (
        <p className="muted">
          One point that you missed here. Say what it was, and why it matters.
        </p>
      )}
      {!isOpen && (
        <p className={styles.actions}>
          <Button look="primary" keys="Space" onClick={() => setOpen(true)}>
            {isPoint ? 'Show the point' : 'Show what was to be said'}
          </Button>
          {onMoveAll && (
            <Button look="bare" onClick={onMoveAll}>
              Move all to tomorrow
            </Button>
          )}
        </p>
      )}
      <div aria-live="polite">{isOpen && <Back card={card} />}</div>
      {isOpen && <Grades card={card} proposed={null} busy={busy} onGrade={onGrade} />}
    </article>
  )
}

function Back({ card: { keyPointId, summary, points, slug, title } }: { card: DueCard }) {
  return (
    <div className={styles.back}>
      {keyPointId === '' && <p className={styles.summary}>{summary}</p>}
      <ul className={styles.points}>
        {points.map(({ id, text, must }) => (
          <li key={id}>
            <span>{text}</span>
            {must && <span className={styles.must}>Must have</span>}
          </li>
        ))}
      </ul>
      <p className="small">
        <Link href={`/questions/${slug}`}>{title}</Link>
      </p>
    </div>
  )
}

function placeInWords({ done, left, reentry }: Place): string {
  const cards = `${left} ${left === 1 ? 'card' : 'cards'}`
  if (done > 0) return `${done} done, ${cards} to go`
  return reentry ? `${cards} to come back with` : `${cards} today`
}
