import { Symbols } from '#app/_figure/symbols.tsx'
import { ItemInput } from '#app/_quiz/item-input.tsx'
import { TaskVerdict } from '#app/_quiz/task-verdict.tsx'
import { Verdict } from '#app/_quiz/verdict.tsx'
import { Link } from '#app/_ui/link.tsx'
import { isAnswered } from '#app/mock/[id]/answers.ts'
import { minutesAndSeconds } from '#app/mock/[id]/words.ts'
import type { AskedItem, Feedback, ItemResponse } from '#lib/quiz/kinds/item.ts'
import { compared } from '#lib/quiz/kinds/predict.ts'
import type { ReportLine } from '#lib/study/open-report.ts'
import styles from './report.module.css'
import { SURE } from './sentences.ts'

/** An item with its answer, its key and the reasons. Without an answer neither is given away. */
export function CheckedLine({ line }: { line: ReportLine }) {
  const { ask, attempt, position, title, slug, value, spentMs, minutes } = line
  if (!('item' in ask)) return null
  const confidence = attempt?.confidence ?? null
  return (
    <div className={styles.line}>
      <p className="small muted">
        Question {position + 1} · <Link href={`/questions/${slug}`}>{title}</Link> ·{' '}
        {minutesAndSeconds(spentMs)} of {minutesAndSeconds(minutes * 60_000)}
        {confidence !== null && ` · ${SURE[confidence]}`}
      </p>
      <p className={styles.prompt}>
        <Symbols text={ask.item.prompt} />
      </p>
      {attempt?.feedback ? (
        <>
          <ItemInput
            item={ask.item}
            value={attempt.response as ItemResponse}
            onChange={() => {}}
            isDone
            feedback={attempt.feedback}
          />
          <Graded
            item={ask.item}
            response={attempt.response as ItemResponse}
            feedback={attempt.feedback}
          />
        </>
      ) : (
        <p className="muted">
          {value && isAnswered(line, value)
            ? 'Begun, and not complete: it could not be graded.'
            : 'Not answered.'}{' '}
          It waits on its question’s page.
        </p>
      )}
    </div>
  )
}

/** Of a task each part of its goal and the certificate; of a prediction what happens beside it. */
function Graded({
  item,
  response,
  feedback,
}: {
  item: AskedItem
  response: ItemResponse
  feedback: Feedback
}) {
  if (item.kind === 'task')
    return <TaskVerdict item={item} response={String(response)} feedback={feedback} />
  if (item.kind !== 'predict') return <Verdict item={item} feedback={feedback} />
  return (
    <>
      <p>
        <Symbols text={compared(item, response, feedback)} />
      </p>
      <p>
        <Symbols text={feedback.why} />
      </p>
    </>
  )
}
