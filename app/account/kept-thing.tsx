import { useState } from 'react'
import { Link } from '#app/_ui/link.tsx'
import styles from './account.module.css'
import type { Thing } from './things.ts'

/** One thing that only this browser has, and what its reader can do with it. */
export function KeptThing({
  thing: { name, about, page, text, entryId, refused },
  onRetry,
  onDiscard,
}: {
  thing: Thing
  onRetry: () => void
  onDiscard: () => void
}) {
  const [isAsking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  async function copy() {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setSaid(isDone ? 'Copied.' : 'The browser does not let us copy.')
  }
  return (
    <li>
      <p>
        <b>{name}</b> · <Link href={page}>{about}</Link>
      </p>
      <p className={refused === undefined ? 'small muted' : styles.refused}>
        {refused === undefined
          ? entryId
            ? 'Waits to be sent.'
            : 'Not sent yet. It is there when you open the page.'
          : `Not stored: ${refused}`}
      </p>
      <p className={styles.ways}>
        {refused !== undefined && (
          <button type="button" className="link-button" onClick={onRetry}>
            Send again
          </button>
        )}
        <button type="button" className="link-button" onClick={() => void copy()}>
          Copy as text
        </button>
        {isAsking ? (
          <>
            <button type="button" className="link-button" onClick={onDiscard}>
              Discard for good
            </button>
            <button type="button" className="link-button" onClick={() => setAsking(false)}>
              Keep it
            </button>
          </>
        ) : (
          <button type="button" className="link-button" onClick={() => setAsking(true)}>
            Discard…
          </button>
        )}
        <span role="status" className="small muted">
          {said}
        </span>
      </p>
    </li>
  )
}
