import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import type { Blueprint } from '#lib/interview/blueprint.ts'
import { givenMinutes } from '#lib/interview/clock.ts'
import type { Form } from '#lib/interview/form.ts'
import type { SharedInterview } from '#lib/study/share-interview.ts'
import styles from './shared.module.css'

/** What a shared interview holds, in numbers, and its start. */
export function Shared({
  interview: { items, minutes, forms, blueprint },
  busy,
  problem,
  onStart,
}: {
  interview: SharedInterview
  busy: boolean
  problem: string | null
  onStart: () => void
}) {
  return (
    <article className={`page ${styles.shared}`}>
      <h1 className="title">A mock interview, shared with you</h1>
      <p className={styles.lead}>
        The same questions with the same numbers that somebody else has had, in the same order. You
        see nothing of their answers, and they see nothing of yours.
      </p>
      <p>
        <b>
          {items} {items === 1 ? 'question' : 'questions'}, {time(minutes, blueprint)}
        </b>
      </p>
      <ul className="small muted">
        {forms.map((each) => (
          <li key={each.form}>
            {each.items} {words[each.form]}
          </li>
        ))}
      </ul>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <p>
        <Button look="primary" aria-disabled={busy || undefined} onClick={onStart}>
          {busy ? 'Starting…' : 'Start the interview'}
        </Button>
      </p>
      <p className="small dim">
        {blueprint.clock === 'none' ? 'It is not timed.' : 'The clock starts at once.'} You can
        pause; the report says so. <Link href="/mock">Other interviews</Link>
      </p>
    </article>
  )
}

function time(planned: number, blueprint: Blueprint): string {
  const minutes = halves(givenMinutes(blueprint, planned))
  if (blueprint.clock === 'none') return `planned for ${minutes} minutes, not timed`
  return `${minutes} minutes${blueprint.clock === 'per-item' ? ', a limit on each' : ''}`
}

function halves(minutes: number): number {
  return Math.round(minutes * 2) / 2
}

const words: Record<Form, string> = {
  written: 'in words',
  choice: 'to choose or to judge',
  number: 'with a number or a word',
  order: 'to put in order or to match',
  figure: 'in a figure',
}
