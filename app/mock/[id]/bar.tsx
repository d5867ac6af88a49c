import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import { Mark } from '#app/_ui/mark.tsx'
import styles from './bar.module.css'
import type { OpenInterview } from './requests.ts'
import type { Interviewing } from './use-interview.ts'
import { clockFace } from './use-left.ts'

/** The bar over an interview: what it is, how much time is left, and how to stop the clock. */
export function Bar({
  interview,
  opened,
  isTimeHidden,
  onHideTime,
}: {
  interview: Interviewing
  opened: OpenInterview
  isTimeHidden: boolean
  onHideTime: () => void
}) {
  const { left, said, isPaused, isOver, isClosed } = interview
  const whole = wholeOf(opened)
  return (
    <header className={styles.bar}>
      <div className={`page ${styles.row}`}>
        <Link href="/mock" className={styles.logo} aria-label="Ridgeline, leave the interview">
          <Mark />
        </Link>
        <div className={styles.title}>
          <b>Mock interview</b>
          {said === '' && <span>{aboutOf(opened)}</span>}
          {/* Here, where there is room for it: what is being answered does not move. */}
          <p role="status" className={said === '' ? 'visually-hidden' : styles.said}>
            {said}
          </p>
        </div>
        {left !== null && (
          <button
            type="button"
            className={styles.clock}
            aria-pressed={isTimeHidden}
            aria-keyshortcuts="t"
            title="T hides and shows the time"
            onClick={onHideTime}
          >
            <span className="visually-hidden">Hide the time. </span>
            {isTimeHidden ? (
              <span>Time hidden</span>
            ) : (
              <>
                <b role="timer">{clockFace(left)}</b>
                <span>left of {clockFace(whole)}</span>
              </>
            )}
          </button>
        )}
        <Button
          onClick={isPaused ? interview.resume : interview.pause}
          disabled={isOver || isClosed}
        >
          {isPaused ? 'Go on' : 'Pause'}
        </Button>
      </div>
      <div className={styles.track} aria-hidden="true">
        {left !== null && !isTimeHidden && (
          <i style={{ width: `${100 * Math.min(1, 1 - left / whole)}%` }} />
        )}
        {ticks(opened).map((at) => (
          <em key={at} style={{ left: `${at * 100}%` }} />
        ))}
      </div>
    </header>
  )
}

/** The time that the clock gave at the start, in ms: pauses move the deadline, and are taken off. */
function wholeOf({ startedAt, deadline, pausedSeconds }: OpenInterview): number {
  return Date.parse(deadline ?? startedAt) - Date.parse(startedAt) - pausedSeconds * 1000
}

function aboutOf({ screens }: OpenInterview): string {
  const topics = [...new Set(screens.flatMap(({ about }) => (about ? [about.topic] : [])))]
  if (topics.length === 0) return 'Topics are hidden until the end'
  return topics.length > 2 ? `${topics.length} topics` : topics.join(' and ')
}

/** Where the plan goes from one question to the next, in shares of the whole. */
function ticks({ screens }: OpenInterview): number[] {
  const total = screens.reduce((sum, { minutes }) => sum + minutes, 0)
  let sum = 0
  return screens.slice(0, -1).map(({ minutes }) => (sum += minutes) / total)
}
