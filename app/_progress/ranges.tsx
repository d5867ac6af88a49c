import type { ReactNode } from 'react'
import styles from './ranges.module.css'

/** An estimate from 0 to 1 with the middle 80 % of what it may be; without one, words alone. */
export type Range = {
  name: string
  /** at the end of the row: "74–90 %" */
  text: string
  /** behind it: how much it rests on */
  note?: string | undefined
  estimate: { low: number; middle: number; high: number } | null
  /** density at equal steps from 0 to 1, where the whole distribution is to be seen */
  ridge?: Float64Array | undefined
  /** the same as it was, drawn as a dashed line; on the same scale */
  before?: Float64Array | undefined
}

/**
 * One row a range, all on the same axis: bar from low to high, tick in the middle. The drawing
 * stretches with the page, the words do not. It stands for itself: no script, no measuring.
 * @param label one sentence: what is to be seen
 * @param target where a line is drawn through all rows
 */
export function Ranges({
  rows,
  label,
  target,
}: {
  rows: readonly Range[]
  label: string
  target?: number | undefined
}) {
  const highest = Math.max(
    0,
    ...rows.flatMap(({ ridge = [], before = [] }) => [...ridge, ...before]),
  )
  const hasRidges = highest > 0
  return (
    <div
      role="img"
      aria-label={label}
      className={styles.ranges}
      data-ridges={hasRidges || undefined}
    >
      {rows.map((row) => (
        <div key={row.name} className={styles.row} data-blank={row.estimate === null || undefined}>
          <span className={styles.name}>{row.name}</span>
          <Drawing row={row} highest={highest} target={target} />
          <span className={row.estimate ? styles.text : styles.none}>{row.text}</span>
          {row.note !== undefined && <span className={styles.note}>{row.note}</span>}
        </div>
      ))}
      <div className={styles.row}>
        <span className={styles.axis}>
          <span>0 %</span>
          <span>50 %</span>
          <span>100 %</span>
        </span>
      </div>
    </div>
  )
}

/** 100 by 100 units, stretched over its cell; lines keep their width. Bars lie above all ridges. */
function Drawing({
  row: { estimate, ridge, before },
  highest,
  target,
}: {
  row: Range
  highest: number
  target: number | undefined
}) {
  return (
    <>
      <Stretched className={styles.drawing}>
        <path className={styles.grid} d="M0,0V100M25,0V100M50,0V100M75,0V100M100,0V100" />
        {target !== undefined && <path className={styles.target} d={`M${unit(target)},0V100`} />}
        {ridge && <Ridge heights={ridge} highest={highest} />}
        {before && <path className={styles.before} d={outline(before, highest)} />}
      </Stretched>
      {estimate && (
        <Stretched className={`${styles.drawing} ${styles.over}`}>
          <path className={styles.bar} d={`M${unit(estimate.low)},100H${unit(estimate.high)}`} />
          <path className={styles.tick} d={`M${unit(estimate.middle)},86V107`} />
        </Stretched>
      )}
    </>
  )
}

function Stretched({
  className,
  children,
}: {
  className: string | undefined
  children: ReactNode
}) {
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={className} aria-hidden>
      {children}
    </svg>
  )
}

/** Rises into the rows above: heights of all rows have one scale, so areas can be compared. */
function Ridge({ heights, highest }: { heights: Float64Array; highest: number }) {
  const line = outline(heights, highest)
  return (
    <>
      <path className={styles.area} d={`${line}V100H0Z`} />
      <path className={styles.line} d={line} />
    </>
  )
}

function outline(heights: Float64Array, highest: number): string {
  const points = Array.from(heights, (height, i) => {
    const x = (100 * i) / (heights.length - 1)
    return `${x.toFixed(1)},${(100 - (190 * height) / highest).toFixed(1)}`
  })
  return `M${points.join('L')}`
}

function unit(share: number): string {
  return (100 * share).toFixed(1)
}
