'use client'

import { choose, type Convention, conventions, useConvention } from '#app/_figure/convention.ts'
import { Segments } from '#app/_ui/segments.tsx'

/** The same switch as below every figure. Kept under `convention` on this device. */
export function PenaltyConvention() {
  const convention = useConvention()
  return (
    <>
      <Segments
        legend="Penalties in figures are written as in"
        name="convention"
        segments={conventions}
        value={convention}
        onChange={(value) => choose(value as Convention)}
      />
      <p className="small muted">
        The same model takes another number in each: <code>Ridge(alpha=…)</code> of scikit-learn
        wants the number of rows times this site’s <i className="symbol">λ</i>.
      </p>
    </>
  )
}
