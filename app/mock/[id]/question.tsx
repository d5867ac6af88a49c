import { useId } from 'react'
import { Symbols } from '#app/_figure/symbols.tsx'
import { ItemInput } from '#app/_quiz/item-input.tsx'
import { Segments } from '#app/_ui/segments.tsx'
import type { ItemResponse } from '#lib/quiz/kinds/item.ts'
import type { AnswerValue } from '#lib/study/interview-entry.ts'
import { AnswerStatus } from './answer-status.tsx'
import type { Screen } from './requests.ts'
import type { SheetState } from './sheet.ts'
import styles from './question.module.css'
import { clockFace } from './use-left.ts'
import { CONFIDENCE } from './words.ts'

const segments = CONFIDENCE.map((label, value) => ({ value: String(value), label }))
const LONGEST = { answer: 16_000, 'follow-up': 3_000 }

/** One question: what is asked, the answer, and how sure its reader is. */
export function Question({
  screen,
  count,
  left,
  sheet,
  isLocked,
  headingRef,
  onEdit,
  onSettle,
  onSubmit,
}: {
  screen: Screen
  count: number
  /** ms, where each question has a clock of its own that is to be seen */
  left: number | null
  sheet: SheetState
  isLocked: boolean
  headingRef: React.Ref<HTMLHeadingElement>
  onEdit: (value: AnswerValue) => void
  onSettle: (value: AnswerValue) => void
  onSubmit: () => void
}) {
  const id = useId()
  const { ask, position, about } = screen
  const { value, turns } = sheet
  const put = (response: unknown) => onEdit({ ...value, response })
  return (
    <form
      data-question={screen.kind}
      className={styles.question}
      aria-labelledby={id}
      // What a number lacks is for `validate` to say: between two steps of its axis it lacks nothing.
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <p className="small muted">
        Question {position + 1} of {count}
        {about && ` · ${about.topic}`}
        {left !== null && ` · ${clockFace(left)} left for it`}
      </p>
      {'after' in ask && <p className={styles.after}>{ask.after}</p>}
      <h1 id={id} ref={headingRef} tabIndex={-1} className={styles.asked}>
        <Symbols text={'item' in ask ? ask.item.prompt : ask.text} />
      </h1>
      {'item' in ask && ask.item.kind === 'multiple' && (
        <p className="small dim">Choose all that hold.</p>
      )}
      {'item' in ask ? (
        <ItemInput
          // A figure takes its state once: what came from elsewhere begins it anew.
          key={turns}
          item={ask.item}
          value={value.response as ItemResponse}
          onChange={put}
          isDone={isLocked}
        />
      ) : (
        <textarea
          aria-label="Your answer"
          className={styles.text}
          rows={10}
          maxLength={LONGEST[screen.kind === 'answer' ? 'answer' : 'follow-up']}
          placeholder="Say it aloud, then write it down as you said it."
          readOnly={isLocked}
          value={String(value.response ?? '')}
          onChange={(event) => put(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit()
          }}
        />
      )}
      <AnswerStatus screen={screen} sheet={sheet} onSettle={onSettle} />
      <fieldset disabled={isLocked}>
        <Segments
          legend="How sure are you?"
          name={`confidence-${position}`}
          segments={segments}
          value={value.confidence === null ? null : String(value.confidence)}
          onChange={(chosen) => onEdit({ ...value, confidence: Number(chosen) })}
        />
      </fieldset>
      {/* Enter in a field submits a form only if it has a button for it; the one that is seen is in the foot. */}
      <button type="submit" hidden>
        Submit
      </button>
    </form>
  )
}
