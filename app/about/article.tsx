import type { ReactNode } from 'react'
import styles from './about.module.css'

type Part = { id: string; title: string; body: ReactNode }

/** A page to be read, with its parts listed beside it. */
export function Article({
  title,
  lead,
  parts,
}: {
  title: string
  lead: string
  parts: readonly Part[]
}) {
  return (
    <article className={`page ${styles.page}`}>
      <header className="prose">
        <h1 className="title">{title}</h1>
        <p>{lead}</p>
      </header>
      <nav aria-label="On this page" className={styles.contents}>
        <ul>
          {parts.map((part) => (
            <li key={part.id}>
              <a href={`#${part.id}`}>{part.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.body}>
        {parts.map((part) => (
          <section key={part.id} className="prose" aria-labelledby={part.id}>
            <h2 id={part.id}>{part.title}</h2>
            {part.body}
          </section>
        ))}
      </div>
    </article>
  )
}

/** Numbers in rows; scrolls in its own box where the page is narrow. */
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
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {head.map((each, i) => (
              <th key={i} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, nth) => (
            <tr key={nth}>
              {cells.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
