import { CheckIcon, CrossIcon } from '#app/_ui/icon.tsx'
import type { AskedItem, Feedback } from '#lib/quiz/kinds/item.ts'
import styles from './verdict.module.css'

/** Right or not yet, in words; the answer; a named slip's message; the reason. */
export function Verdict({ item, feedback }: { item: AskedItem; feedback: Feedback }) {
  const { score, answer, why, message } = feedback
  const isRight = score.low === 1
  return (
    <div className={styles.verdict}>
      <p className={isRight ? styles.right : styles.notYet}>
        {isRight ? <CheckIcon /> : <CrossIcon />} {heading(score.low)}
      </p>
      {message && <p>{message}</p>}
      {(item.kind === 'numeric' || item.kind === 'fill') && !isRight && (
        <p>
          The answer is <b>{answer}</b>.
        </p>
      )}
      <p>{why}</p>
    </div>
  )
}

function heading(score: number): string {
  if (score === 1) return 'Right.'
  if (score === 0) return 'Not yet.'
  return `Partly: ${Math.round(score * 100)} %.`
}
