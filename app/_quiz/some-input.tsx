import { demos } from '#app/demos/index.tsx'
import type { AskedItem, Feedback, ItemResponse } from '#lib/quiz/kinds/item.ts'
import type { AskedPredict } from '#lib/quiz/kinds/predict.ts'
import { ChoiceInput } from './choice-input.tsx'
import { guessOf, markerOf } from './guess-of.ts'
import { NumericInput } from './numeric-input.tsx'
import { PredictInput } from './predict-input.tsx'
import { rare } from './rare.ts'
import { TaskInput } from './task-input.tsx'

export type InputProps<Item extends AskedItem = AskedItem> = {
  item: Item
  /** as far as it is answered; to begin with `emptyResponse(item)` of lib/quiz/kinds/item.ts */
  value: ItemResponse
  onChange: (value: ItemResponse) => void
  /** it can be read, and not changed any more */
  isDone?: boolean
  /** after grading: each part with what is right about it, and why */
  feedback?: Feedback | null
}

/**
 * How an item of any kind is answered: without its prompt, without a button to submit it, ungraded.
 * A response that is not complete is kept as it is; `validate` says what it lacks. The inputs of rare
 * kinds must be at hand: see rare.ts.
 */
export function ItemInput(props: InputProps) {
  const { exhibit } = props.item
  return (
    <>
      {exhibit && <rare.Exhibit exhibit={exhibit} />}
      <Answer {...props} />
    </>
  )
}

function Answer({ item, value, onChange, isDone = false, feedback = null }: InputProps) {
  const rest = { onChange, isDone, feedback }
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return <ChoiceInput {...rest} item={item} value={value} />
    case 'numeric':
      return <NumericInput {...{ item, onChange, isDone }} value={String(value)} />
    case 'ordering':
      return <rare.OrderingInput {...rest} item={item} value={[...value]} />
    case 'matching':
      return <rare.MatchingInput {...rest} item={item} value={[...value]} />
    case 'fill':
      return <rare.FillInput {...{ item, onChange, isDone }} value={String(value)} />
    case 'plot':
      return <rare.PlotInput {...rest} item={item} value={String(value)} />
    case 'spot':
      return <rare.SpotInput {...rest} item={item} value={String(value)} />
    case 'claim':
      return <rare.ClaimInput {...rest} item={item} value={[...value]} />
    case 'predict':
      return <PredictedInput {...{ item, value, onChange, isDone }} />
    case 'task':
      return <TaskInput {...{ item, onChange, isDone }} value={String(value)} />
  }
}

/** A figure that asks what will happen, and stays as it is. */
function PredictedInput({ item, value, onChange, isDone = false }: InputProps<AskedPredict>) {
  const Figure = demos[item.demo]
  return (
    <Figure
      state={item.state}
      name={`predict-${item.id}`}
      ask={<PredictInput {...{ item, value, onChange, isDone }} />}
      guess={isDone ? guessOf(item, value) : markerOf(item, value, onChange)}
      locked
    />
  )
}
