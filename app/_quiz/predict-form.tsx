import { useState } from 'react'
import { Symbols } from '#app/_figure/symbols.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Segments } from '#app/_ui/segments.tsx'
import { isInvalid, type ItemResponse, validate } from '#lib/quiz/kinds/item.ts'
import { type AskedPredict, type Axis, axesOf } from '#lib/quiz/kinds/predict.ts'
import { ChoiceInput } from './choice-input.tsx'
import styles from './predict-form.module.css'

export type PredictDraft = { response: ItemResponse; confidence: number | null }

export function emptyDraft({ ask }: AskedPredict): PredictDraft {
  const response = 'marker' in ask ? axesOf(ask.marker).map(() => '') : ''
  return { response, confidence: null }
}

const confidences = ['Guess', 'Leaning', 'Fairly sure', 'Certain'].map((label, value) => ({
  value: String(value),
  label,
}))

/** What will happen? Answered with a choice, a number or a marker; or skipped. */
export function PredictForm({
  item,
  isAlive,
  draft,
  onDraft,
  onPredict,
  onSkip,
}: {
  item: AskedPredict
  isAlive: boolean
  draft: PredictDraft
  onDraft: (draft: PredictDraft) => void
  onPredict: (draft: PredictDraft) => void
  onSkip: () => void
}) {
  const [problem, setProblem] = useState<string>()
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault()
        const valid = validate(item, draft.response)
        if (isInvalid(valid)) setProblem(valid.problem)
        else onPredict({ ...draft, response: valid })
      }}
    >
      {/* Until the code is here nothing can be answered, and an answer given then would be lost. */}
      <fieldset className={styles.fields} disabled={!isAlive}>
        <legend className={styles.legend}>Predict first</legend>
        <p className={styles.prompt}>
          <Symbols text={item.prompt} />
        </p>
        <Answer
          item={item}
          response={draft.response}
          onChange={(response) => onDraft({ ...draft, response })}
        />
        {problem !== undefined && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <div className={styles.verbs}>
          <Segments
            legend="How sure are you? (optional)"
            name={`${item.id}-sure`}
            segments={confidences}
            value={draft.confidence === null ? null : String(draft.confidence)}
            onChange={(value) => onDraft({ ...draft, confidence: Number(value) })}
          />
          <span>
            <Button type="submit">Predict</Button>
            <button type="button" className="link-button" onClick={onSkip}>
              Skip
            </button>
          </span>
        </div>
      </fieldset>
    </form>
  )
}

function Answer({
  item,
  response,
  onChange,
}: {
  item: AskedPredict
  response: ItemResponse
  onChange: (response: ItemResponse) => void
}) {
  const { ask, id, prompt } = item
  if ('options' in ask)
    return (
      <ChoiceInput
        item={{ kind: 'single', id, prompt, options: ask.options }}
        value={[String(response)]}
        onChange={([chosen = '']) => onChange(chosen)}
        feedback={null}
        isDone={false}
      />
    )
  if ('range' in ask)
    return <AxisInput axis={ask.range} value={String(response)} onChange={onChange} />
  return (
    <p className={styles.axes}>
      {axesOf(ask.marker).map((axis, i) => (
        <AxisInput
          key={axis.label}
          axis={axis}
          value={response[i] ?? ''}
          onChange={(text) => onChange([...response].with(i, text))}
        />
      ))}
    </p>
  )
}

/** Typed, or stepped with the arrow keys. */
function AxisInput({
  axis: { label, min, max, step, unit },
  value,
  onChange,
}: {
  axis: Axis
  value: string
  onChange: (value: string) => void
}) {
  return (
    <label className={styles.axis}>
      <span>
        <Symbols text={label} />
      </span>
      <input
        type="number"
        inputMode="decimal"
        aria-label={label}
        {...{ min, max, step }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {unit !== undefined && <span className="muted">{unit}</span>}
    </label>
  )
}
