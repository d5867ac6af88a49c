import { Fragment, memo } from 'react'
import type { NumberField } from '#lib/figures/figure.ts'

/** A mathematical letter, italic serif even on axes and in controls. */
export function Letter({ of, sub }: { of: string; sub?: string | undefined }) {
  return (
    <>
      <i className="symbol">{of}</i>
      {sub !== undefined && <sub>{sub}</sub>}
    </>
  )
}

/** Sets the letters within plain words: "β2 is back" with an italic β and a subscript. */
export const Symbols = memo(function Symbols({ text }: { text: string }) {
  return text.split(/(β̂?\d*|[λρσαγ]|\bz\b)/u).map((part, i) => {
    if (i % 2 === 0) return part
    const [, letter = part, sub] = /^(\D+)(\d+)$/u.exec(part) ?? []
    return (
      <Fragment key={i}>
        <Letter of={letter} sub={sub} />
      </Fragment>
    )
  })
})

/** "Least squares β̂1": the name of a control. */
export function fieldName({ label, symbol = '', sub = '' }: NumberField): string {
  return `${label} ${symbol}${sub}`.trim()
}
