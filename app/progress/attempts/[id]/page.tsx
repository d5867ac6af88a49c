import type { Metadata } from 'next'
import styles from './attempt.module.css'
import { AttemptLoader } from './attempt-loader.tsx'

export const metadata: Metadata = { title: 'An answer of yours', robots: { index: false } }

/** The frame; what was asked and answered is one request after load. */
export default async function AttemptPage({ params }: PageProps<'/progress/attempts/[id]'>) {
  return (
    <div className={`page ${styles.page}`}>
      <noscript>
        <p>Your answers need JavaScript. Reading the questions does not.</p>
      </noscript>
      <AttemptLoader id={(await params).id} />
    </div>
  )
}
