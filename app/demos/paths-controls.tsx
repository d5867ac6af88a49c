import {
  Choice,
  Controls,
  MixSlider,
  MoreControls,
  PenaltySlider,
  Redraw,
  Slider,
} from '#app/_figure/controls.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import type { Live } from '#app/_figure/use-figure.ts'
import { decimal } from '#lib/figures/number.ts'
import { paths } from '#lib/figures/paths.ts'

export type LivePaths = Live<typeof paths.fields, ReturnType<typeof paths.compute>>
const { fields } = paths

export function PathsControls({ live }: { live: LivePaths }) {
  const { state, result, units, set } = live
  const [lasso, other] = result.curves
  return (
    <Controls>
      <PenaltySlider
        field={fields.lambda}
        units={units}
        mixes={[1, other.alpha]}
        value={state.lambda}
        onChange={(lambda) => set({ lambda })}
      />
      <Choices live={live} of={['view', 'vs']} />
      {state.vs === 'en' && (
        <MixSlider
          field={fields.alpha}
          units={units}
          value={state.alpha}
          onChange={(alpha) => set({ alpha })}
        />
      )}
      {state.view === 'cv' && (
        <span>
          Cursor to the lasso’s{' '}
          {(
            [
              ['atMin', 'min'],
              ['at1se', '1-SE'],
            ] as const
          ).map(([at, word]) => (
            <button
              key={at}
              type="button"
              className="link-button"
              aria-label={`Cursor to the lasso’s ${word}`}
              onClick={() => set({ lambda: lasso.lambdas[lasso.folds[at]]! })}
            >
              {word}
            </button>
          ))}
        </span>
      )}
      <OtherControls live={live} />
    </Controls>
  )
}

function OtherControls({ live }: { live: LivePaths }) {
  const { state, set } = live
  const sliders =
    state.data === 'returns' ? (['sigma', 'n'] as const) : (['rho', 'p', 'sigma', 'n'] as const)
  return (
    <MoreControls title="Change the axis or the data">
      <Choices live={live} of={['axis', 'data']} />
      {sliders.map((key) => (
        <Slider
          key={key}
          field={fields[key]}
          value={state[key]}
          onChange={(value) => set({ [key]: value })}
        />
      ))}
      <Redraw field={fields.seed} seed={state.seed} onDraw={(seed) => set({ seed })} />
      <Redraw field={fields.folds} seed={state.folds} onDraw={(folds) => set({ folds })}>
        Deal the folds anew
      </Redraw>
    </MoreControls>
  )
}

function Choices({
  live: { name, state, set },
  of,
}: {
  live: LivePaths
  of: readonly ('view' | 'vs' | 'axis' | 'data')[]
}) {
  return of.map((key) => (
    <Choice
      key={key}
      field={fields[key]}
      name={`${name}-${key}`}
      value={state[key]}
      onChange={(value) => set({ [key]: value })}
    />
  ))
}

export function PathsReadout({ live: { drawn, result } }: { live: LivePaths }) {
  const [a, b] = [result.l1, result[drawn.vs]]
  const p = result.truth.length
  return (
    <Readout
      shown={['l1', drawn.vs]}
      rows={[
        ['Predictors kept', `${a.nonzeros} of ${p}`, `${b.nonzeros} of ${p}`],
        ['Degrees of freedom', decimal(a.degreesOfFreedom, 1), decimal(b.degreesOfFreedom, 1)],
        ['Total size, Σ|β|', decimal(a.size), decimal(b.size)],
        ['Error on new rows', decimal(a.error), decimal(b.error)],
      ]}
    />
  )
}
