import type { Fields } from '#lib/figures/figure.ts'
import { explain, hasData } from '#lib/figures/units.ts'
import { choose, type Convention, conventions } from './convention.ts'
import { Symbols } from './symbols.tsx'
import type { Live } from './use-figure.ts'

/** Whose λ every figure of the site writes, and what that means for the data of this one. */
export function ConventionSwitch<F extends Fields, R>({ live }: { live: Live<F, R> }) {
  const { figure, drawn, result, units } = live
  const sample = figure.sample(drawn, result)
  if (!hasData(sample)) return null
  return (
    <p className="fig-convention js-only">
      <label>
        <span>
          <Symbols text="λ as in" />
        </span>
        <select
          value={units.convention}
          onChange={(event) => choose(event.target.value as Convention)}
        >
          {conventions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <span>
        <Symbols text={explain(units, sample)} />
      </span>
    </p>
  )
}
