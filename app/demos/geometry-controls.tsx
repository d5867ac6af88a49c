import {
  Choice,
  Controls,
  MixSlider,
  NumberInput,
  PenaltySlider,
  Slider,
} from '#app/_figure/controls.tsx'
import { Readout } from '#app/_figure/readout.tsx'
import type { Live } from '#app/_figure/use-figure.ts'
import { geometry } from '#lib/figures/geometry.ts'
import { reach } from '#lib/figures/geometry-contact.ts'
import { decimal } from '#lib/figures/number.ts'

export type LiveGeometry = Live<typeof geometry.fields, ReturnType<typeof geometry.compute>>
const { fields } = geometry

export function GeometryControls({
  live: { name, state, result, units, set },
}: {
  live: LiveGeometry
}) {
  const { l1, [state.vs]: other } = result
  // The lasso stays where it is when the other of the two is held.
  const hold = (by: 'budget' | 'lambda') =>
    set(by === 'lambda' ? { by, lambda: l1.lambda } : { by, budget: reach(1, l1.beta) })
  return (
    <Controls>
      {state.by === 'budget' ? (
        <Slider field={fields.budget} value={state.budget} onChange={(budget) => set({ budget })} />
      ) : (
        <PenaltySlider
          field={fields.lambda}
          units={units}
          mixes={[1, other.alpha]}
          value={state.lambda}
          onChange={(lambda) => set({ lambda })}
        />
      )}
      <NumberInput field={fields.b1} value={state.b1} onChange={(b1) => set({ b1 })} />
      <NumberInput field={fields.b2} value={state.b2} onChange={(b2) => set({ b2 })} />
      <Slider field={fields.rho} value={state.rho} onChange={(rho) => set({ rho })} />
      <Choice field={fields.by} name={`${name}-by`} value={state.by} onChange={hold} />
      <Choice
        field={fields.vs}
        name={`${name}-vs`}
        value={state.vs}
        onChange={(vs) => set({ vs })}
      />
      {state.vs === 'en' && (
        <MixSlider
          field={fields.alpha}
          units={units}
          value={state.alpha}
          onChange={(alpha) => set({ alpha })}
        />
      )}
    </Controls>
  )
}

export function GeometryReadout({ live: { drawn, result, units } }: { live: LiveGeometry }) {
  const [a, b] = [result.l1, result[drawn.vs]]
  return (
    <Readout
      shown={['l1', drawn.vs]}
      rows={[
        ['β1', decimal(a.beta[0]), decimal(b.beta[0])],
        ['β2', decimal(a.beta[1]), decimal(b.beta[1])],
        ['Budget used', decimal(reach(a.alpha, a.beta)), decimal(reach(b.alpha, b.beta))],
        [
          `Penalty ${units.letter(1)}`,
          units.write(a.lambda, a.alpha),
          units.write(b.lambda, b.alpha),
        ],
        ['Loss above OLS', decimal(a.loss), decimal(b.loss)],
      ]}
    />
  )
}
