import styles from './rail.module.css'

/** The page's own headings and figures, at the left of a wide screen. */
export function Rail({ entries }: { entries: { id: string; text: string }[] }) {
  return (
    <nav className={styles.rail} aria-label="On this page">
      <ol>
        {entries.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
