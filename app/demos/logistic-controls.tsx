import {
  Choice,
  Controls,
  MixSlider,
  MoreControls,
  PenaltySlider,
  Redraw,
  Slider,
} from '#app/_figure/controls.tsx'
import type { Live } from '#app/_figure/use-figure.ts'
import { logistic } from '#lib/figures/logistic.ts'
import { alphaOf } from '#lib/figures/logistic-model.ts'

export type LiveLogistic = Live<typeof logistic.fields, ReturnType<typeof logistic.compute>>
const { fields } = logistic

export function LogisticControls({ live: { name, state, units, set } }: { live: LiveLogistic }) {
  return (
    <Controls>
      <PenaltySlider
        field={fields.lambda}
        units={units}
        mixes={[alphaOf(state)]}
        value={state.lambda}
        onChange={(lambda) => set({ lambda })}
      />
      <Slider
        field={fields.distance}
        value={state.distance}
        onChange={(distance) => set({ distance })}
      />
      <Choice
        field={fields.penalty}
        name={`${name}-penalty`}
        value={state.penalty}
        onChange={(penalty) => set({ penalty })}
      />
      <Choice
        field={fields.view}
        name={`${name}-view`}
        value={state.view}
        onChange={(view) => set({ view })}
      />
      {state.penalty === 'en' && (
        <MixSlider
          field={fields.alpha}
          units={units}
          value={state.alpha}
          onChange={(alpha) => set({ alpha })}
        />
      )}
      <MoreControls title="Change the data">
        <Slider field={fields.rho} value={state.rho} onChange={(rho) => set({ rho })} />
        <Slider field={fields.n} value={state.n} onChange={(n) => set({ n })} />
        <Redraw field={fields.seed} seed={state.seed} onDraw={(seed) => set({ seed })} />
      </MoreControls>
    </Controls>
  )
}
