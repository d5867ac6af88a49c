import { Button } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import styles from './conflict.module.css'

/** Two texts of one draft: both are shown, and the reader says which goes on. */
export function Conflict({
  mine,
  other,
  settle,
}: {
  mine: string
  other: string
  settle: (text: string) => void
}) {
  return (
    <Notice
      tone="warn"
      title="This draft was changed in another tab or on another device"
      live="alert"
    >
      <p className="small">Both texts are kept. The other one:</p>
      <blockquote className={styles.other}>{other}</blockquote>
      <div className={styles.buttons}>
        <Button onClick={() => settle(mine)}>Keep this one</Button>
        <Button onClick={() => settle(other)}>Use the other one</Button>
        <Button onClick={() => settle(`${mine}\n\n${other}`)}>Keep both</Button>
      </div>
    </Notice>
  )
}
