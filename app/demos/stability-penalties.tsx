import { type Box, short } from '#app/_figure/layout.ts'
import { PenaltyAxis } from '#app/_figure/penalty-axis.tsx'
import { Label, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, log } from '#app/_figure/scale.ts'
import { median } from '#lib/figures/stability-results.ts'
import type { StabilityResult } from '#lib/figures/stability.ts'
import type { Units } from '#lib/figures/units.ts'
import { ruleMarks, ruleNames } from './stability-shares.tsx'

/** How many resamples choose which λ: upwards for λ.min, downwards for λ.1se. */
export function StabilityPenalties({
  result,
  units,
  box,
}: {
  result: StabilityResult
  units: Units
  box: Box
}) {
  const [w, h] = [short(box.width - box.left - box.right), short(box.height - box.top - box.bottom)]
  const { chosen, min, se } = result
  const domain = [chosen.edges[0]!, chosen.edges.at(-1)!] as const
  const x = log(domain, [8, w - 8])
  const most = Math.max(...chosen.min, ...chosen.se)
  const y = linear([-most, most], [h - 22, 22])
  return (
    <Plot
      box={box}
      label={sentence(result, units)}
      around={
        <>
          <PenaltyAxis box={box} x={x} domain={domain} units={units} alpha={1} />
          <SideAxis
            at={-6}
            side="left"
            ticks={[-most, 0, most].map((count) => ({
              at: y(count),
              text: String(Math.abs(count)),
            }))}
          />
        </>
      }
    >
      {(['min', 'se'] as const).map((rule) => (
        <path
          key={rule}
          className={`${ruleMarks[rule]} fig-l1`}
          d={bars(chosen.edges, chosen[rule], x, (count) => y(rule === 'min' ? count : -count))}
        />
      ))}
      <path className="fig-zero" d={`M0,${short(y(0))}H${w}`} />
      {([min, se] as const).map(({ lambdas }, i) => {
        const at = x(median(lambdas))
        const name = ruleNames[i === 0 ? 'min' : 'se']
        return (
          <Label
            key={name}
            x={Math.max(60, Math.min(w - 60, at))}
            y={i === 0 ? 15 : h - 7}
            anchor="middle"
          >
            <tspan className="symbol">λ</tspan>
            {name.slice(1)}, median {units.write(median(lambdas), 1)}
          </Label>
        )
      })}
    </Plot>
  )
}

/** All bars of one rule in one shape; empty bins leave nothing. */
function bars(
  edges: Float64Array,
  counts: Float64Array,
  x: (lambda: number) => number,
  y: (count: number) => number,
): string {
  return Array.from(counts, (count, i) =>
    count === 0
      ? ''
      : `M${short(x(edges[i]!) + 1)},${short(y(0))}V${short(y(count))}H${short(x(edges[i + 1]!) - 1)}V${short(y(0))}Z`,
  ).join('')
}

function sentence({ min, se, resamples }: StabilityResult, units: Units): string {
  const [a, b] = [min, se].map(({ lambdas }) => units.write(median(lambdas), 1))
  return `Penalties chosen on ${resamples} resamples: median ${a} by λ.min, ${b} by λ.1se`
}
