import { WEIGHTS } from '#lib/interview/blueprint.ts'
import styles from './new.module.css'

/** Topics, each with what part of the time it gets against the others. */
export function TopicWeights({
  topics,
  weights,
  onChange,
}: {
  topics: readonly { id: string; title: string }[]
  weights: Readonly<Record<string, number>>
  onChange: (weights: Record<string, number>) => void
}) {
  function put(topic: string, weight: number) {
    const { [topic]: _, ...others } = weights
    onChange(weight === 0 ? others : { ...others, [topic]: weight })
  }
  const steps = Array.from({ length: WEIGHTS.most + 1 }, (_, weight) => weight)
  return (
    <ul className={styles.topics}>
      {topics.map(({ id, title }) => (
        <li key={id}>
          <label>
            <span>{title}</span>
            <select
              className={styles.field}
              value={weights[id] ?? 0}
              onChange={(event) => put(id, Number(event.target.value))}
            >
              {steps.map((weight) => (
                <option key={weight} value={weight}>
                  {weight === 0 ? 'Not chosen' : `Weight ${weight}`}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ul>
  )
}
