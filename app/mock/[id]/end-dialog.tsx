import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import styles from './end-dialog.module.css'

/** Before the end: what is unanswered, flagged or not yet saved, and that there is no way back. */
export function EndDialog({
  unanswered,
  flagged,
  unsaved,
  problem,
  onEnd,
  onStay,
}: {
  /** places, from 1 */
  unanswered: readonly number[]
  flagged: readonly number[]
  unsaved: readonly number[]
  problem: string | null
  onEnd: () => Promise<void>
  onStay: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    const element = dialog.current!
    element.showModal()
    return () => element.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="end-title"
      onCancel={(event) => {
        event.preventDefault()
        onStay()
      }}
    >
      <h2 id="end-title" className="section-title">
        End the interview?
      </h2>
      <ul>
        <li>
          {unanswered.length === 0
            ? 'Every question has an answer.'
            : `${listed(unanswered)} ${unanswered.length === 1 ? 'has' : 'have'} no complete answer.`}
        </li>
        {flagged.length > 0 && (
          <li>
            {listed(flagged)} {flagged.length === 1 ? 'is' : 'are'} flagged.
          </li>
        )}
        {unsaved.length > 0 && (
          <li>
            {listed(unsaved)} {unsaved.length === 1 ? 'is' : 'are'} not saved yet; ending tries once
            more.
          </li>
        )}
      </ul>
      <p className="muted">
        The report opens with the reasons for every answer. The interview cannot be taken up again.
      </p>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          look="primary"
          aria-disabled={busy || undefined}
          onClick={() => {
            if (busy) return
            setBusy(true)
            void onEnd().finally(() => setBusy(false))
          }}
        >
          {busy ? 'Ending…' : 'End and see the report'}
        </Button>
        <Button onClick={onStay}>Go on with it</Button>
      </div>
    </dialog>
  )
}

/** "Question 3", "Questions 3, 5 and 8" */
function listed(places: readonly number[]): string {
  const list = new Intl.ListFormat('en-GB').format(places.map(String))
  return `${places.length === 1 ? 'Question' : 'Questions'} ${list}`
}
