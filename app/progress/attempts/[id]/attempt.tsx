import '#app/_figure/figure.css'
import '#app/_quiz/kinds.css'
import { percents } from '#app/_progress/words.ts'
import { ItemInput } from '#app/_quiz/item-input.tsx'
import { TaskVerdict } from '#app/_quiz/task-verdict.tsx'
import { Verdict } from '#app/_quiz/verdict.tsx'
import { Chip, Chips } from '#app/_ui/chip.tsx'
import { Link } from '#app/_ui/link.tsx'
import type { ItemResponse } from '#lib/quiz/kinds/item.ts'
import type { AttemptDetail } from '#lib/study/open-attempt.ts'
import { confidenceNames, kindNames, moment } from '#app/progress/words.ts'
import styles from './attempt.module.css'
import { MarkedAnswer } from './marked-answer.tsx'

const graders = {
  server: 'the item’s own key',
  self: 'you, by quoting your words',
  none: 'nobody: words are marked in the rubric',
}

/** An answer as it was given, to the question as it read then. */
export function Attempt({ attempt }: { attempt: AttemptDetail }) {
  const { question, kind, score, confidence, grader, receivedAt } = attempt
  return (
    <article className={styles.attempt}>
      <p className="small">
        <Link href="/progress#history">Progress</Link>
      </p>
      <h1 className="title">{question.title}</h1>
      <Chips>
        <Chip name="Answered">{moment(receivedAt)}</Chip>
        <Chip name="Kind">{kindNames[kind] ?? kind}</Chip>
        {score && <Chip name="Score">{percents(score.low, score.high)}</Chip>}
        {confidence !== null && <Chip name="How sure">{confidenceNames[confidence]}</Chip>}
        <Chip name="Graded by">{graders[grader]}</Chip>
      </Chips>
      <Given attempt={attempt} />
      <p className="small muted">
        {question.isUnchanged
          ? 'The question still reads as it did then.'
          : 'The question has changed since; this is how it read when you answered.'}{' '}
        {question.slug === null ? (
          'It has no page any more.'
        ) : (
          <Link href={`/questions/${question.slug}`}>Open the question</Link>
        )}
      </p>
    </article>
  )
}

function Given({ attempt }: { attempt: AttemptDetail }) {
  const { asked, rubric, response, feedback, question } = attempt
  if (rubric) return <MarkedAnswer asked={question.asked} rubric={rubric} />
  if (!asked) {
    const { text = '', skipped = false } = (response ?? {}) as { text?: string; skipped?: boolean }
    return (
      <>
        <p className={styles.asked}>{question.asked}</p>
        {skipped ? (
          <p className="muted">You skipped this one.</p>
        ) : (
          <blockquote className={styles.words}>{text}</blockquote>
        )}
      </>
    )
  }
  return (
    <>
      <p className={styles.asked}>{asked.prompt}</p>
      <div>
        <ItemInput
          item={asked}
          value={response as ItemResponse}
          onChange={unchanged}
          isDone
          feedback={feedback}
        />
      </div>
      {feedback &&
        (asked.kind === 'task' ? (
          <TaskVerdict item={asked} response={String(response)} feedback={feedback} />
        ) : (
          <Verdict item={asked} feedback={feedback} />
        ))}
    </>
  )
}

/** What was given stays as it is. */
function unchanged() {}
