import type { ReactNode } from 'react'
import { Link } from '#app/_ui/link.tsx'
import styles from './sheet.module.css'

export { styles as sheet }

const pages = [
  { href: '/write', label: 'Guide' },
  { href: '/write/kinds', label: 'Kinds of item' },
  { href: '/write/language', label: 'Language of claims' },
  { href: '/write/rules', label: 'Rules' },
  { href: '/write/statistics', label: 'Statistics' },
  { href: '/write/reports', label: 'Reports' },
]

/** A page for authors: its title, the others beside it, and its parts. */
export function Sheet({
  at,
  title,
  lead,
  children,
}: {
  at: string
  title: string
  lead: ReactNode
  children?: ReactNode
}) {
  return (
    <article className={`page ${styles.sheet}`}>
      <nav aria-label="For authors" className={styles.pages}>
        {pages.map(({ href, label }) => (
          <Link key={href} href={href} aria-current={href === at ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <h1 className="title">{title}</h1>
      <p className={styles.lead}>{lead}</p>
      {children}
    </article>
  )
}

/** @param wide what stands beside the heading: examples, tables */
export function Part({
  id,
  title,
  about,
  children,
}: {
  id: string
  title: ReactNode
  about?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles.part} aria-labelledby={id}>
      <header>
        <h2 id={id} className="section-title">
          {title}
        </h2>
        {about !== undefined && <p className="muted">{about}</p>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  )
}

/** Rows under headings; scrolls in its own box where the page is narrow. */
export function Rows({
  caption,
  head,
  rows,
}: {
  caption: string
  head: readonly string[]
  rows: readonly (readonly ReactNode[])[]
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it may scroll sideways
    <div className={styles.scroll} role="group" aria-label={caption} tabIndex={0}>
      <table className={styles.rows}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, nth) => (
            <tr key={nth}>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th key={i} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={i}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Text as an author types it. `▸` is where the check points. */
export function Typed({ text, label }: { text: string; label: string }) {
  const [before = '', after] = text.split('▸')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a phone
    <pre className={styles.typed} tabIndex={0} aria-label={label}>
      {before}
      {after !== undefined && (
        <>
          <mark title="the check points here">▸</mark>
          {after}
        </>
      )}
    </pre>
  )
}

/** Words between backticks are what an author types. */
export function Said({ text }: { text: string }) {
  return text.split('`').map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>))
}
