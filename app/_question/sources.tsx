import { Link } from '#app/_ui/link.tsx'
import type { Question } from '#lib/content/questions.ts'
import styles from './sources.module.css'

/** Where it stands in print, and what to open next. */
export function Sources({ question, related }: { question: Question; related: Question[] }) {
  return (
    <section id="sources" aria-labelledby="sources-title">
      <h2 id="sources-title" className="section-title">
        Sources
      </h2>
      <ul className={styles.list}>
        {question.sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.meta}>
        {question.id} · by {question.authors.join(', ')} · updated{' '}
        <time dateTime={question.updated}>{question.updated}</time>
      </p>
      {related.length > 0 && (
        <>
          <h3 className="label">Related</h3>
          <ul className={styles.list}>
            {related.map(({ slug, title }) => (
              <li key={slug}>
                <Link href={`/questions/${slug}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
