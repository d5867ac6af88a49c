import styles from './rows.module.css'

const WORDS = ['', 'again', 'hard', 'good', 'easy']

/** The last five grades, oldest first, at the right; a blank tile was not graded yet. */
export function RecallStrip({ grades }: { grades: readonly number[] }) {
  const tiles = [...Array<number>(5 - grades.length).fill(0), ...grades]
  return (
    <span className={styles.strip}>
      <span className="visually-hidden">
        {grades.length === 0
          ? 'Not graded yet'
          : `Graded ${grades.map((grade) => WORDS[grade]).join(', ')}`}
      </span>
      {tiles.map((grade, nth) => (
        // oxlint-disable-next-line react/no-array-index-key -- five places, always the same
        <i key={nth} data-grade={grade} />
      ))}
    </span>
  )
}
