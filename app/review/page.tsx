import type { Metadata } from 'next'
import styles from './review.module.css'
import { ReviewSession } from './review-session.tsx'

export const metadata: Metadata = {
  title: 'Review',
  description: 'What is due today, one card at a time.',
  robots: { index: false },
}

/** The same for everybody; the cards come after load. */
export default function ReviewPage() {
  return (
    <div className={`page ${styles.review}`}>
      <h1 className="title">Review</h1>
      <noscript>
        <p>Reviews need JavaScript. Reading the questions does not.</p>
      </noscript>
      <ReviewSession />
    </div>
  )
}
