import { markPath } from '#app/_ui/method-mark.tsx'
import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, boxOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Label, Plot, SvgLetter } from '#app/_figure/plot.tsx'
import { linear, type Scale } from '#app/_figure/scale.ts'
import { decimal } from '#lib/figures/number.ts'
import type { StabilityResult } from '#lib/figures/stability.ts'

type RuleKey = 'min' | 'se'
const rules = ['min', 'se'] as const
/** One method, two choices of λ: a hollow mark and a filled one. */
export const ruleMarks = { min: 'fig-hollow', se: 'fig-solid' }
export const ruleNames = { min: 'λ.min', se: 'λ.1se' }

/** @param shape height over width */
export function sharesBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 30, right: 10, top: 2, bottom: 42 })
}

export function shareScale({ width, left, right }: Box): Scale {
  return linear([0, 1], [8, width - left - right - 8])
}

const head = 24

/** One row a feature: its share of the resamples under both rules, each with its interval. */
export function StabilityShares({
  result,
  threshold,
  box,
  guess,
}: {
  result: StabilityResult
  threshold: number
  box: Box
  guess?: Guess | undefined
}) {
  const [w, h] = [short(box.width - box.left - box.right), short(box.height - box.top - box.bottom)]
  const x = shareScale(box)
  const rows = linear([-0.5, result.truth.length - 0.5], [head, h - 4])
  return (
    <Plot box={box} label={sentence(result)} around={<Around {...{ result, box, x, rows }} />}>
      {[0.25, 0.5, 0.75, 1].map((share) => (
        <path key={share} className="fig-rule" d={`M${short(x(share))},${head}V${h}`} />
      ))}
      <path className="fig-zero" d={`M${short(x(0))},${head}V${h}`} />
      <path className="fig-cursor" d={`M${short(x(threshold))},${head}V${h}`} />
      <Key x={x(0)} />
      {Array.from(result.truth, (_, j) =>
        rules.map((rule) => <Share key={`${j} ${rule}`} {...{ result, rule, j, x, rows }} />),
      )}
      <GuessMark guess={guess} x={x} y={rows} w={w} h={h} />
    </Plot>
  )
}

function Share({
  result,
  rule,
  j,
  x,
  rows,
}: {
  result: StabilityResult
  rule: RuleKey
  j: number
  x: Scale
  rows: Scale
}) {
  const { shares, low, high } = result[rule]
  const y = rows(j) + (rule === 'min' ? -1 : 1) * (rows(0.21) - rows(0))
  const real = result.truth[j] !== 0
  return (
    <>
      <path
        className={`fig-whisker fig-l1 ${real ? '' : 'faint'}`}
        d={`M${short(x(low[j]!))},${short(y)}H${short(x(high[j]!))}`}
      />
      <path
        className={`${ruleMarks[rule]} fig-l1`}
        d={markPath('l1', x(shares[j]!), y, real ? 5.5 : 4)}
      />
    </>
  )
}

function Key({ x }: { x: number }) {
  return rules.map((rule, i) => (
    <g key={rule} transform={`translate(${short(x + i * 72)} 12)`}>
      <path className={`${ruleMarks[rule]} fig-l1`} d={markPath('l1', 4, 0, 5)} />
      <Label x={14} y={4}>
        <tspan className="symbol">λ</tspan>
        {ruleNames[rule].slice(1)}
      </Label>
    </g>
  ))
}

/** Axis, and the name of each row: dim where there is no effect. */
function Around({
  result: { truth },
  box,
  x,
  rows,
}: {
  result: StabilityResult
  box: Box
  x: Scale
  rows: Scale
}) {
  return (
    <>
      <BottomAxis
        box={box}
        marks
        ticks={[0, 0.25, 0.5, 0.75, 1].map((share) => ({
          at: x(share),
          text: decimal(100 * share, 0),
        }))}
      >
        selected, % of the resamples
      </BottomAxis>
      {Array.from(truth, (effect, j) => (
        <g key={j} className={effect === 0 ? 'fig-name faint' : 'fig-name'}>
          <Label x={-6} y={rows(j) + 4} anchor="end">
            <SvgLetter of="β" sub={j + 1} />
          </Label>
        </g>
      ))}
    </>
  )
}

function sentence({ truth, min, se, resamples }: StabilityResult): string {
  const idle = truth.filter((effect) => effect === 0).length
  return `Selection over ${resamples} resamples: of ${idle} features without an effect λ.min selects ${decimal(min.wrong, 1)} on average, λ.1se ${decimal(se.wrong, 1)}`
}
