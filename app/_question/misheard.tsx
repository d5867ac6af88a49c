import { Notice } from '#app/_ui/notice.tsx'
import type { Heard } from '#lib/study/heard-in-answer.ts'
import styles from './misheard.module.css'

/** Misconceptions that the answer may hold, by the author's cues, each with the figure that disproves it. */
export function Misheard({ text, found }: { text: string; found: Heard['misconceptions'] }) {
  if (found.length === 0) return null
  return (
    <Notice tone="warn" live="status" title="Your answer may say something that is not so">
      <ul className={styles.list}>
        {found.map(({ id, claim, why, spans, refute }) => (
          <li key={id}>
            <p>
              You wrote <q>{text.slice(...spans[0]!)}</q>. “{claim.replace(/\.$/, '')}” is said
              often, and is not so: {why}
            </p>
            {refute && (
              <p>
                {refute.look} <a href={refute.href}>See it fail in the figure</a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
