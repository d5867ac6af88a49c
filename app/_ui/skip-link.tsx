import styles from './skip-link.module.css'

/** First in the tab order of every page; seen only while it has focus. */
export function SkipLink({ to, children }: { to: string; children: string }) {
  return (
    <a href={`#${to}`} className={styles.skip}>
      {children}
    </a>
  )
}
