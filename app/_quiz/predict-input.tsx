import { Symbols } from '#app/_figure/symbols.tsx'
import type { ItemResponse } from '#lib/quiz/kinds/item.ts'
import { type AskedPredict, type Axis, axesOf } from '#lib/quiz/kinds/predict.ts'
import { ChoiceInput } from './choice-input.tsx'
import styles from './predict-form.module.css'

/** What is predicted: one of a few outcomes, a number, or the numbers of a marker. */
export function PredictInput({
  item,
  value,
  onChange,
  isDone = false,
}: {
  item: AskedPredict
  value: ItemResponse
  onChange: (value: ItemResponse) => void
  isDone?: boolean
}) {
  const { ask, id, prompt } = item
  if ('options' in ask)
    return (
      <ChoiceInput
        item={{ kind: 'single', id, prompt, options: ask.options }}
        value={value}
        onChange={onChange}
        feedback={null}
        isDone={isDone}
      />
    )
  if ('range' in ask)
    return <AxisInput axis={ask.range} {...{ isDone, onChange }} value={String(value)} />
  return (
    <p className={styles.axes}>
      {axesOf(ask.marker).map((axis, i) => (
        <AxisInput
          key={axis.label}
          axis={axis}
          value={value[i] ?? ''}
          isDone={isDone}
          onChange={(text) => onChange([...value].with(i, text))}
        />
      ))}
    </p>
  )
}

/** Typed, or stepped with the arrow keys. */
function AxisInput({
  axis: { label, min, max, step, unit },
  value,
  isDone,
  onChange,
}: {
  axis: Axis
  value: string
  isDone: boolean
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
        readOnly={isDone}
        onChange={(event) => onChange(event.target.value)}
      />
      {unit !== undefined && <span className="muted">{unit}</span>}
    </label>
  )
}
