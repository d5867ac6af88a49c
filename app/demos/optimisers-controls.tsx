import {
  Choice,
  Controls,
  MixSlider,
  MoreControls,
  NumberInput,
  PenaltySlider,
  Slider,
} from '#app/_figure/controls.tsx'
import type { Live } from '#app/_figure/use-figure.ts'
import { optimisers } from '#lib/figures/optimisers.ts'

const { fields } = optimisers

export type Optimisers = Live<typeof fields, ReturnType<typeof optimisers.compute>>

/** Early stopping has no penalty of its own and starts from 0: what does not count there is not shown. */
export function OptimisersControls({ live: { name, state, units, set } }: { live: Optimisers }) {
  const race = state.view === 'race'
  return (
    <Controls>
      <Choice
        field={fields.view}
        name={`${name}-view`}
        value={state.view}
        onChange={(view) => set({ view })}
      />
      <Slider field={fields.k} value={state.k} onChange={(k) => set({ k })} />
      {race && (
        <Choice
          field={fields.method}
          name={`${name}-method`}
          value={state.method}
          onChange={(method) => set({ method })}
        />
      )}
      <Slider field={fields.step} value={state.step} onChange={(step) => set({ step })} />
      {race && (
        <PenaltySlider
          field={fields.lambda}
          units={units}
          mixes={[state.alpha]}
          value={state.lambda}
          onChange={(lambda) => set({ lambda })}
        />
      )}
      <MoreControls title="Change the loss">
        <Slider field={fields.rho} value={state.rho} onChange={(rho) => set({ rho })} />
        {race && (
          <MixSlider
            field={fields.alpha}
            units={units}
            value={state.alpha}
            onChange={(alpha) => set({ alpha })}
          />
        )}
        <NumberInput field={fields.b1} value={state.b1} onChange={(b1) => set({ b1 })} />
        <NumberInput field={fields.b2} value={state.b2} onChange={(b2) => set({ b2 })} />
        {race && (
          <>
            <span>Start at</span>
            <NumberInput field={fields.s1} value={state.s1} onChange={(s1) => set({ s1 })} />
            <NumberInput field={fields.s2} value={state.s2} onChange={(s2) => set({ s2 })} />
          </>
        )}
      </MoreControls>
    </Controls>
  )
}
