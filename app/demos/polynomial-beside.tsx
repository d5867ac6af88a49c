import { type Box, boxOf, insideOf, short } from '#app/_figure/layout.ts'
import { BottomAxis, Plot, SideAxis } from '#app/_figure/plot.tsx'
import { linear, roundTicks } from '#app/_figure/scale.ts'
import type { PolynomialResult } from '#lib/figures/polynomial.ts'
import { amount } from '#lib/figures/polynomial-tables.ts'

/** @param shape height over width */
export function besideBox(width: number, shape: number): Box {
  return boxOf(width, shape, { left: 44, right: 8, top: 4, bottom: 42 })
}

type Drawn = { result: PolynomialResult; box: Box }

/**
 * A stem for each coefficient. Least squares and penalties differ by powers of ten: the axis is
 * asinh(β), straight near 0 and logarithmic further out, and as long as least squares needs at
 * this degree.
 */
export function PolynomialCoefficients({ result, box }: Drawn) {
  const [w, h] = insideOf(box)
  const { coefficients, nonzeros, degree, size } = result.models[result.method]
  const largest = Math.max(1, ...result.models.ols.coefficients.map(Math.abs))
  const x = linear([0, degree + 1], [0, w])
  const scale = linear([-Math.asinh(largest), Math.asinh(largest)], [h - 12, 12])
  const y = (b: number) => scale(Math.asinh(b))
  const powers = Array.from({ length: Math.ceil(Math.log10(largest)) }, (_, i) => 10 ** i)
  const ticks = [...powers.map((b) => -b), 0, ...powers]
  return (
    <Plot
      box={box}
      label={`${nonzeros} of ${degree} coefficients are not zero; their sizes add up to ${amount(size)}`}
      around={
        <>
          <BottomAxis
            box={box}
            ticks={Array.from(coefficients, (_, j) => j + 1)
              .filter((power) => degree < 9 || power % 3 === 0 || power === 1)
              .map((power) => ({ at: x(power), text: String(power) }))}
          >
            coefficient by power of <tspan className="symbol">x</tspan>, asinh scale
          </BottomAxis>
          <SideAxis
            at={-6}
            side="left"
            ticks={ticks.map((b) => ({ at: y(b), text: String(b).replace('-', '−') }))}
          />
        </>
      }
    >
      {ticks.map((b) => (
        <path key={b} className={b === 0 ? 'fig-zero' : 'fig-rule'} d={`M0,${short(y(b))}H${w}`} />
      ))}
      {Array.from(coefficients, (b, j) => (
        <g key={j}>
          <path
            className={`fig-stem fig-${result.method}`}
            d={`M${short(x(j + 1))},${short(y(0))}V${short(y(b))}`}
          />
          <circle
            className={`${b === 0 ? 'fig-knot' : 'fig-cloud filled'} fig-${result.method}`}
            cx={short(x(j + 1))}
            cy={short(y(b))}
            r={b === 0 ? 3 : 3.6}
          />
        </g>
      ))}
    </Plot>
  )
}

/** Far residuals of the test points are cut: what counts is how the training points compare with them. */
export function PolynomialResiduals({ result, box }: Drawn) {
  const [w, h] = insideOf(box)
  const { train, test, residuals, method, models } = result
  const { trainError, testError } = models[method]
  const most = Math.min(Math.max(...residuals.train.map(Math.abs), 3 * Math.sqrt(testError)), 3)
  const ticks = roundTicks([-most, most], 5)
  const x = linear([-1, 1], [4, w - 4])
  const y = linear([ticks[0]!, ticks.at(-1)!], [h - 6, 6])
  return (
    <Plot
      box={box}
      label={`Residuals: in root mean square ${amount(Math.sqrt(trainError))} on the training points, ${amount(Math.sqrt(testError))} on the test points`}
      around={
        <>
          <BottomAxis
            box={box}
            marks
            ticks={[-1, 0, 1].map((value) => ({
              at: x(value),
              text: String(value).replace('-', '−'),
            }))}
          >
            residual at <tspan className="symbol">x</tspan>
          </BottomAxis>
          <SideAxis
            at={-6}
            side="left"
            ticks={ticks.map((value) => ({ at: y(value), text: String(value).replace('-', '−') }))}
          />
        </>
      }
    >
      {ticks.map((value) => (
        <path
          key={value}
          className={value === 0 ? 'fig-zero' : 'fig-rule'}
          d={`M0,${short(y(value))}H${w}`}
        />
      ))}
      {test.x.map((value, i) => (
        <circle
          key={i}
          className="fig-unseen"
          cx={short(x(value))}
          cy={short(y(residuals.test[i]!))}
          r={2}
        />
      ))}
      {train.x.map((value, i) => (
        <g key={i}>
          <path
            className={`fig-stem fig-${method}`}
            d={`M${short(x(value))},${short(y(0))}V${short(y(residuals.train[i]!))}`}
          />
          <circle
            className="fig-datum"
            cx={short(x(value))}
            cy={short(y(residuals.train[i]!))}
            r={3}
          />
        </g>
      ))}
    </Plot>
  )
}
