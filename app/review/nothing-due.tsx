import { useEffect, useRef } from 'react'
import { onDay } from '#app/_question/reviews.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Link } from '#app/_ui/link.tsx'
import styles from './review.module.css'
import type { Today } from './today.ts'

/** What is true, when it changes, and one next step or permission to leave. */
export function NothingDue({
  today,
  done,
  isEnd,
}: {
  today: Today
  done: number
  /** whether there were cards a moment ago: the focus would be on a button that is gone */
  isEnd: boolean
}) {
  const { nextAt, reviewedToday, dailyMinutes } = today
  const sentence = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isEnd) sentence.current?.focus()
  }, [isEnd])
  const isMore = today.later.length > 0
  const isNew = nextAt === null && !isMore && reviewedToday + done === 0
  return (
    <div className={styles.empty}>
      <p ref={sentence} tabIndex={-1} className={styles.summary}>
        {isNew
          ? 'Nothing to review yet: a question comes here once you have graded how it went.'
          : today.chosen
            ? 'That is all of these.'
            : 'That is all for today.'}
      </p>
      {!isNew && (
        <p className="muted">
          {isMore && today.chosen ? (
            <>
              {/* oxlint-disable-next-line next/no-html-link-for-pages -- another session: a new document */}
              Others are due today: <a href="/review">review them</a> if you like.
            </>
          ) : isMore && today.reentry ? (
            'The short set is done. What else is waiting comes back from tomorrow on, the most urgent first.'
          ) : isMore ? (
            <>
              More is waiting, and it waits well: the most urgent comes first tomorrow. A day holds{' '}
              {dailyMinutes} minutes; <Link href="/account#studying">change that</Link> if you like.
            </>
          ) : (
            nextAt !== null && `The next card is due on ${onDay(nextAt)}.`
          )}
        </p>
      )}
      {today.habit !== null && today.habit.active > 0 && (
        <p className="small dim">
          You reviewed on {today.habit.active} of the last {today.habit.of} days.
        </p>
      )}
      <p className={styles.actions}>
        <ButtonLink look={isNew ? 'primary' : 'plain'} href="/questions">
          Open a question
        </ButtonLink>
        {!isNew && <ButtonLink href="/progress">See your progress</ButtonLink>}
      </p>
    </div>
  )
}
