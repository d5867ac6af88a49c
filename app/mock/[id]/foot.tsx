import { Button } from '#app/_ui/button.tsx'
import styles from './foot.module.css'

/** What can be done with the question that is open; sticks to the foot of the window. */
export function Foot({
  isFirst,
  isLast,
  isFlagged,
  isLocked,
  onBack,
  onFlag,
  onSkip,
  onEnd,
  onSubmit,
}: {
  isFirst: boolean
  isLast: boolean
  isFlagged: boolean
  isLocked: boolean
  onBack: () => void
  onFlag: () => void
  onSkip: () => void
  onEnd: () => void
  onSubmit: () => void
}) {
  return (
    <div className={styles.foot}>
      <div className={`page ${styles.row}`}>
        <Button look="bare" keys="P" aria-keyshortcuts="p" disabled={isFirst} onClick={onBack}>
          Back
        </Button>
        <Button
          look="bare"
          keys="F"
          aria-keyshortcuts="f"
          aria-pressed={isFlagged}
          onClick={onFlag}
        >
          {isFlagged ? 'Flagged' : 'Flag'}
        </Button>
        <Button look="bare" keys="S" aria-keyshortcuts="s" disabled={isLocked} onClick={onSkip}>
          Skip
        </Button>
        <span className={styles.space} />
        {!isLast && (
          <Button look="bare" className={styles.early ?? ''} onClick={onEnd}>
            End early
          </Button>
        )}
        <Button look="primary" keys="Enter" onClick={onSubmit}>
          {isLast ? 'Submit and finish' : 'Submit and continue'}
        </Button>
      </div>
    </div>
  )
}
