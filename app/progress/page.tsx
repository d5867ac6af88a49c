import type { Metadata } from 'next'
import { ProgressBoard } from './progress-board.tsx'
import styles from './progress.module.css'

export const metadata: Metadata = {
  title: 'Progress',
  description: 'What is due today, what you know of each topic and how surely, and what to expect.',
  robots: { index: false },
}

/** The same for everybody; what is personal is one request after load. */
export default function ProgressPage() {
  return (
    <div className={`page ${styles.page}`}>
      <noscript>
        <h1 className="title">Progress</h1>
        <p>Your progress needs JavaScript. Reading the questions does not.</p>
      </noscript>
      <ProgressBoard />
    </div>
  )
}
