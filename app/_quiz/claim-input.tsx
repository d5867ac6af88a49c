import { Segments } from '#app/_ui/segments.tsx'
import type { AskedClaim } from '#lib/quiz/kinds/claim.ts'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import { ChoiceInput } from './choice-input.tsx'

const sides = [
  { value: 'true', label: 'True' },
  { value: 'false', label: 'False' },
]

/** A statement, whether it is true, and the reason from a list. */
export function ClaimInput({
  item,
  value,
  onChange,
  feedback,
  isDone,
}: {
  item: AskedClaim
  /** "true" or "false", then the id of a reason; each "" until it is chosen */
  value: string[]
  onChange: (value: string[]) => void
  feedback: Feedback | null
  isDone: boolean
}) {
  const [truth = '', reason = ''] = value
  return (
    <div className="quiz-claim">
      <blockquote className="quiz-statement">{item.statement}</blockquote>
      <fieldset disabled={isDone}>
        <Segments
          legend="Is it true?"
          name={`${item.id}-truth`}
          segments={sides}
          value={truth}
          onChange={(side) => onChange([side, reason])}
        />
      </fieldset>
      <fieldset>
        <legend className="quiz-because">Because</legend>
        <ChoiceInput
          item={{ kind: 'single', id: item.id, prompt: item.prompt, options: item.reasons }}
          value={reason}
          onChange={(id) => onChange([truth, String(id)])}
          feedback={feedback}
          isDone={isDone}
        />
      </fieldset>
    </div>
  )
}
