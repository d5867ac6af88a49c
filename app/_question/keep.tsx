'use client'

import { useState } from 'react'
import { useJournal } from './journal.ts'
import styles from './keep.module.css'
import { MarkButtons } from './mark-buttons.tsx'
import { OwnNote } from './own-note.tsx'
import { ReportProblem } from './report-problem.tsx'

/** What a reader keeps of a question: a star, a note, or nothing for now; and a way to its authors. */
export function Keep({ questionId, contentHash }: { questionId: string; contentHash: string }) {
  const journal = useJournal(questionId)
  const [isReporting, setReporting] = useState(false)
  return (
    <section id="keep" className={`js-only ${styles.keep}`} aria-labelledby="keep-title">
      <h2 id="keep-title" className="section-title">
        Keep
      </h2>
      <div className={styles.buttons}>
        <MarkButtons questionId={questionId} marks={journal.marks} phase={journal.phase} />
        <button
          type="button"
          className="link-button"
          aria-expanded={isReporting}
          onClick={() => setReporting(!isReporting)}
        >
          Report a problem
        </button>
      </div>
      {isReporting && (
        <ReportProblem {...{ questionId, contentHash }} onClose={() => setReporting(false)} />
      )}
      <OwnNote questionId={questionId} journal={journal} />
    </section>
  )
}
