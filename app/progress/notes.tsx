import { shortDay } from '#app/_progress/words.ts'
import { Link } from '#app/_ui/link.tsx'
import type { NoteLine } from '#lib/study/open-progress.ts'
import styles from './progress.module.css'

/** The beginnings of a reader's notes; each is written and read at its question. */
export function Notes({ notes }: { notes: readonly NoteLine[] }) {
  return (
    <section aria-labelledby="notes" className={styles.ruled}>
      <h2 id="notes" className="label">
        Your notes
      </h2>
      {notes.length === 0 ? (
        <p className={styles.none}>
          No note yet. There is room for one at the foot of each question.
        </p>
      ) : (
        <ul className={styles.list}>
          {notes.map(({ slug, title, words, updatedAt }) => (
            <li key={slug}>
              <Link href={`/questions/${slug}`}>{title}</Link>
              <span className="small dim">{shortDay(updatedAt.slice(0, 10))}</span>
              <small>{words}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
