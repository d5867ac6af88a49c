import {
  Choice,
  Controls,
  MoreControls,
  PenaltySlider,
  Redraw,
  Slider,
} from '#app/_figure/controls.tsx'
import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import { type Live, useFigure } from '#app/_figure/use-figure.ts'
import { decimal } from '#lib/figures/number.ts'
import { polynomial } from '#lib/figures/polynomial.ts'
import { type Method, mixOf } from '#lib/figures/polynomial-models.ts'
import { amount } from '#lib/figures/polynomial-tables.ts'
import { testPoints } from '#lib/figures/polynomial-sample.ts'
import { besideBox, PolynomialCoefficients, PolynomialResiduals } from './polynomial-beside.tsx'
import { errorsBox, PolynomialErrors, scalesOf } from './polynomial-errors.tsx'
import { companion, fitBox, PolynomialPlot } from './polynomial-plot.tsx'

type Polynomial = Live<typeof polynomial.fields, ReturnType<typeof polynomial.compute>>
const { fields } = polynomial

export function Polynomial({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(polynomial, state, frame)
  const { drawn, result } = live
  return (
    <Frame
      {...frame}
      live={live}
      controls={<PolynomialControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <>
              <Panel
                methods={[result.method, companion(result.method)]}
                plot={
                  <PolynomialPlot
                    result={result}
                    box={fitBox(width, layout === 'wide' ? 1 : 0.8)}
                    guess={frame.guess}
                  />
                }
              />
              <Beside live={live} width={width} shape={layout === 'wide' ? 1 : 0.76} />
            </>
          )}
        </Panels>
      }
      readout={<PolynomialReadout live={live} />}
      collar={[
        `${drawn.n} training points (large), ${testPoints} test points (small), seed ${drawn.seed}`,
        `True curve: exp(−x) cos 4x; noise σ ${decimal(drawn.sigma)}, so no fit can count on less than ${amount(drawn.sigma ** 2)} on new points`,
        'Fitted: powers of x, each divided by its standard deviation; the coefficients are theirs',
        'Drag the cursor, or use the sliders',
      ]}
    />
  )
}

function PolynomialControls({ live: { name, state, units, set } }: { live: Polynomial }) {
  return (
    <Controls>
      <Slider field={fields.degree} value={state.degree} onChange={(degree) => set({ degree })} />
      <Choice
        field={fields.method}
        name={`${name}-method`}
        value={state.method}
        onChange={(method) => set({ method })}
      />
      {state.method !== 'ols' && (
        <PenaltySlider
          field={fields.lambda}
          units={units}
          mixes={[mixOf(state.method)]}
          value={state.lambda}
          onChange={(lambda) => set({ lambda })}
        />
      )}
      <Choice
        field={fields.view}
        name={`${name}-view`}
        value={state.view}
        onChange={(view) => set({ view })}
      />
      <MoreControls title="Change the data">
        <Slider field={fields.sigma} value={state.sigma} onChange={(sigma) => set({ sigma })} />
        <Slider field={fields.n} value={state.n} onChange={(n) => set({ n })} />
        <Redraw field={fields.seed} seed={state.seed} onDraw={(seed) => set({ seed })} />
      </MoreControls>
    </Controls>
  )
}

function PolynomialReadout({ live: { drawn, result, units } }: { live: Polynomial }) {
  const shown = ['ols', 'l2', 'l1'] as const
  const row = (heading: string, of: (method: Method) => string) =>
    [heading, ...shown.map(of)] as const
  const { models } = result
  return (
    <Readout
      shown={shown}
      rows={[
        row('Penalty', (method) =>
          method === 'ols' ? '0' : units.write(drawn.lambda, mixOf(method)),
        ),
        row('Training error', (method) => amount(models[method].trainError)),
        row('Test error', (method) => amount(models[method].testError)),
        row('Non-zero', (method) => `${models[method].nonzeros}`),
        row('Size, Σ|β|', (method) => amount(models[method].size)),
      ]}
    />
  )
}

/** What the reader chose to see beside the curve; the errors have a cursor to take hold of. */
function Beside({ live, width, shape }: { live: Polynomial; width: number; shape: number }) {
  const { state, drawn, start, result, set } = live
  const methods = [result.method]
  if (drawn.view !== 'errors') {
    const [title, Plot] =
      drawn.view === 'residuals'
        ? ['residuals', PolynomialResiduals]
        : ['coefficients', PolynomialCoefficients]
    return (
      <Panel
        methods={methods}
        title={title}
        plot={<Plot result={result} box={besideBox(width, shape)} />}
      />
    )
  }
  const box = errorsBox(width, shape)
  const scales = scalesOf(result, box)
  const { min, max } = fields.degree
  return (
    <Panel
      methods={methods}
      title="mean squared error"
      plot={<PolynomialErrors result={result} scales={scales} box={box} />}
    >
      <Handle
        box={box}
        shape="grip"
        label="Degree at the cursor"
        value={{ now: state.degree, min, max }}
        text={`degree ${state.degree}`}
        at={{ x: box.left + scales.x(state.degree), y: box.height - box.bottom }}
        onDrag={({ x }) => set({ degree: scales.x.invert(x - box.left) })}
        onNudge={({ x, y }) => set({ degree: state.degree + x + y })}
        onHome={() => set({ degree: start.degree })}
      />
    </Panel>
  )
}
