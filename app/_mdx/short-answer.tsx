import type { ReactNode } from 'react'
import type { PropsOf } from '#lib/content/vocabulary.ts'
import styles from './short-answer.module.css'

/** Readable without JavaScript; hidden only while the article says `data-answer="hidden"`. */
export function ShortAnswer({
  seconds,
  children,
}: PropsOf<'ShortAnswer'> & { children?: ReactNode }) {
  return (
    <section id="short-answer" aria-labelledby="short-answer-title" className={styles.answer}>
      <header>
        <h2 id="short-answer-title">Short answer</h2>
        <p>{seconds} seconds, spoken</p>
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  )
}
