import { Link } from '#app/_ui/link.tsx'
import styles from './neighbours.module.css'

export type Neighbour = { title: string; href: string }

/** The question before and the one after, topic by topic. */
export function Neighbours({
  before,
  after,
}: {
  before: Neighbour | null
  after: Neighbour | null
}) {
  if (!before && !after) return null
  return (
    <nav aria-label="Previous and next question" className={styles.neighbours}>
      {before && (
        <Link href={before.href}>
          <small>Previous</small>
          {before.title}
        </Link>
      )}
      {after && (
        <Link href={after.href} className={styles.after}>
          <small>Next</small>
          {after.title}
        </Link>
      )}
    </nav>
  )
}
