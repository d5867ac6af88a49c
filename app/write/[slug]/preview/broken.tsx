'use client'

import { Button } from '#app/_ui/button.tsx'
import { ErrorIcon } from '#app/_ui/icon.tsx'
import styles from './preview.module.css'

/** In the place of a block that cannot be drawn: why, and the way to its line. */
export function Broken({
  what,
  line,
  message,
  hint,
}: {
  what: string
  line: number
  message: string
  hint?: string
}) {
  return (
    <div className={styles.broken}>
      <p className={styles.brokenTitle}>
        <ErrorIcon /> {what} is not drawn yet
      </p>
      <p>
        {message.charAt(0).toUpperCase() + message.slice(1)}. {hint}
      </p>
      <Button look="bare" onClick={() => parent.postMessage({ goToLine: line }, location.origin)}>
        Go to line {line}
      </Button>
    </div>
  )
}
