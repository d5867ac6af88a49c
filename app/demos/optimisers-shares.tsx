import { type Box, insideOf, short } from '#app/_figure/layout.ts'
import { Plot } from '#app/_figure/plot.tsx'
import { linear, polyline } from '#app/_figure/scale.ts'
import type { OptimisersResult } from '#lib/figures/optimisers.ts'
import { alongOf, IterationAxes } from './optimisers-heights.tsx'

/** How much of least squares each has, along the steep and along the flat direction of the squares. */
export function SharesPlot({ result, box }: { result: OptimisersResult; box: Box }) {
  const { shares } = result.stopping
  const { k } = result.cursor
  const [w, h] = insideOf(box)
  const x = alongOf(box)
  const y = linear([-0.1, 1.2], [h, 0])
  const at = (share: number) => y(Math.max(-1, Math.min(2, share)))
  const here = short(x(k))
  return (
    <Plot
      box={box}
      label={`Share of least squares after ${k} iterations, along both directions`}
      around={
        <IterationAxes
          box={box}
          ticks={[0, 0.5, 1].map((share) => ({ at: y(share), text: `${100 * share}%` }))}
          // where the lines of ridge end, which stay lower
          names={['steep', 'flat'].map((text, i) => ({ text, at: at(shares.at(-1)!.ridge[i]!) }))}
        />
      }
    >
      {[0, 0.5, 1].map((share) => (
        <path
          key={share}
          className={share === 0 ? 'fig-zero' : 'fig-rule'}
          d={`M0,${short(y(share))}H${w}`}
        />
      ))}
      <path className="fig-cursor" d={`M${here},0V${short(h)}`} />
      {curves.map(({ key, of, dash, direction }) => (
        <g key={`${key}${direction}`} className={`fig-${of}`}>
          <path
            className="fig-line"
            strokeDasharray={dash}
            d={polyline([
              [x(0), y(0)],
              ...shares.map((each, i) => [x(i + 1), at(each[key][direction])] as const),
            ])}
          />
          <circle
            className="fig-knot"
            cx={here}
            cy={short(at(shares[k - 1]![key][direction]))}
            r={3.6}
          />
        </g>
      ))}
    </Plot>
  )
}

const curves = ([0, 1] as const).flatMap((direction) => [
  { key: 'descent' as const, of: 'ink', dash: '7 3', direction },
  { key: 'ridge' as const, of: 'l2', dash: undefined, direction },
])
