'use client'

import type { CheckedItem } from '#lib/quiz/kinds/item.ts'
import { GradedItem, type Shown } from './graded-item.tsx'
import styles from './check-yourself.module.css'

/** The question's items, graded on the server, with what came of them before. */
export function CheckYourself({ items, ...shown }: Shown & { items: CheckedItem[] }) {
  return (
    <section className={styles.section} id="check-yourself" aria-labelledby="check-yourself-title">
      <h2 id="check-yourself-title" className="section-title">
        Check yourself
      </h2>
      <noscript>
        <p className="muted">Answers are graded on the server, which needs JavaScript.</p>
      </noscript>
      <ol className={styles.items}>
        {items.map((item, nth) => (
          <li key={item.id}>
            <GradedItem {...shown} item={item} number={nth + 1} />
          </li>
        ))}
      </ol>
    </section>
  )
}
