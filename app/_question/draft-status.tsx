import { lazy, Suspense } from 'react'
import type { useDraft } from './draft.ts'
import styles from './draft-status.module.css'

// Seldom needed, so fetched when it is.
const Conflict = lazy(async () => ({
  default: await (await import('./part-loaders.ts')).parts.Conflict(),
}))

const WORDS = {
  empty: '',
  typing: 'Typing…',
  saving: 'Saving…',
  saved: 'Draft saved',
  kept: 'Not saved yet (kept on this device)',
  'changed-elsewhere': 'Not saved: changed elsewhere',
}

/** typing → saving → saved / not saved yet / changed elsewhere, in words. */
export function DraftStatusLine({
  draft,
  saved = WORDS.saved,
}: {
  draft: ReturnType<typeof useDraft>
  /** of what is no draft */
  saved?: string
}) {
  const { status, elsewhere, text, settle } = draft
  return (
    <div className={styles.line}>
      <p role="status" className="small dim">
        {status === 'saved' ? saved : WORDS[status]}
      </p>
      {elsewhere && (
        <Suspense fallback={null}>
          <Conflict mine={text} other={elsewhere.text} settle={settle} />
        </Suspense>
      )}
    </div>
  )
}
