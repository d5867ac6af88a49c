import { useState } from 'react'
import { gradeNames } from '#app/_question/grades.tsx'
import { lineOf, onDay, record } from '#app/_question/reviews.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Link } from '#app/_ui/link.tsx'
import type { PlannedReview } from '#lib/study/open-report.ts'
import styles from './report.module.css'

/** What the interview has put into the queue of reviews; each can be taken back. */
export function NextReviews({
  reviews,
  onChange,
}: {
  reviews: readonly PlannedReview[]
  onChange: () => void
}) {
  const [said, setSaid] = useState('')

  async function undo({ questionId, reviewId, title }: PlannedReview) {
    const line = lineOf({ questionId, keyPointId: '', event: 'undone', undoes: reviewId })
    const result = await record([line])
    if (result === 'kept') return setSaid(`Kept on this device, to be taken back: ${title}`)
    if ('problem' in result) return setSaid(result.problem)
    setSaid(`Taken back: ${title}`)
    onChange()
  }

  if (reviews.length === 0) return null
  const planned = reviews.filter(({ isUndone }) => !isUndone).map(({ questionId }) => questionId)
  return (
    <section aria-labelledby="next" className={`${styles.section} ${styles.next}`}>
      <h2 id="next" className="section-title">
        Next reviews, already planned
      </h2>
      <ul className={styles.reviews}>
        {reviews.map((review) => (
          <li key={review.questionId}>
            <Link href={`/questions/${review.slug}`}>{review.title}</Link>
            {review.isUndone ? (
              <span className="small muted">Taken back</span>
            ) : (
              <>
                <span className="small muted">
                  {gradeNames[review.grade - 1]}, {review.dueAt ? onDay(review.dueAt) : 'no date'}
                </span>
                <button
                  type="button"
                  className="link-button screen-only"
                  onClick={() => void undo(review)}
                >
                  Undo<span className="visually-hidden"> the review of {review.title}</span>
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className="small muted">
        {said}
      </p>
      {planned.length > 0 && (
        <p className="screen-only">
          <ButtonLink look="primary" href={`/review?these=${planned.join(',')}`}>
            Start these now
          </ButtonLink>
        </p>
      )}
    </section>
  )
}
