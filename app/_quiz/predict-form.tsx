import { useState } from 'react'
import { Symbols } from '#app/_figure/symbols.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Segments } from '#app/_ui/segments.tsx'
import { emptyResponse, isInvalid, type ItemResponse, validate } from '#lib/quiz/kinds/item.ts'
import type { AskedPredict } from '#lib/quiz/kinds/predict.ts'
import styles from './predict-form.module.css'
import { PredictInput } from './predict-input.tsx'

export type PredictDraft = { response: ItemResponse; confidence: number | null }

export function emptyDraft(item: AskedPredict): PredictDraft {
  return { response: emptyResponse(item), confidence: null }
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
      noValidate // a number between two steps of its axis is one; `validate` says what is not
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
        <PredictInput
          item={item}
          value={draft.response}
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
