import { useEffect, useRef, useState } from 'react'
import { useDraft } from './draft.ts'
import { DraftStatusLine } from './draft-status.tsx'
import type { JournalState } from './journal.ts'
import styles from './keep.module.css'
import { NoteText } from './note-text.tsx'

/** The reader's own note, saved as it is written; shown set when it is not being written. */
export function OwnNote({ questionId, journal }: { questionId: string; journal: JournalState }) {
  const draft = useDraft(questionId, journal.phase === 'ready' ? journal.note : undefined, 'note')
  const [isWriting, setWriting] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  // Words typed before this code arrived stand in the box, and nowhere else.
  useEffect(() => {
    const early = field.current?.value ?? ''
    if (early === '') return
    setWriting(true)
    draft.edit(early)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the box comes to life
  }, [])
  const isShown = !isWriting && draft.text.trim() !== '' && !draft.elsewhere
  return (
    <div className={styles.note}>
      <div className={styles.noteHead}>
        <h3 className="label">Your note</h3>
        {draft.text.trim() !== '' && (
          <button type="button" className="link-button" onClick={() => setWriting(!isWriting)}>
            {isShown ? 'Edit' : 'Done'}
          </button>
        )}
      </div>
      {isShown ? (
        <div className={styles.set}>
          <NoteText text={draft.text} />
        </div>
      ) : (
        <>
          <textarea
            ref={field}
            autoComplete="off"
            aria-label="Your note"
            aria-describedby="note-hint"
            placeholder="What to remember, in your own words."
            value={draft.text}
            maxLength={20_000}
            rows={4}
            onFocus={() => setWriting(true)}
            onChange={(event) => draft.edit(event.target.value)}
            onBlur={draft.save}
          />
          <p id="note-hint" className="small dim">
            Markdown: **bold**, *italics*, `code`, lists, [a link](https://…). Only you see it.
          </p>
          <DraftStatusLine draft={draft} saved="Saved" />
        </>
      )}
    </div>
  )
}
