import {
  Choice,
  Controls,
  MixSlider,
  MoreControls,
  PenaltySlider,
  Redraw,
  Slider,
} from '#app/_figure/controls.tsx'
import { conventions } from '#lib/figures/conventions.ts'
import { mixOf } from '#lib/figures/conventions-model.ts'
import type { Conventions } from './conventions.tsx'

const { fields } = conventions

export function ConventionsControls({ live: { name, state, units, set } }: { live: Conventions }) {
  return (
    <Controls>
      <Slider
        field={fields.unit}
        value={state.unit}
        onChange={(unit) => set({ unit })}
        write={String}
      />
      <Choice
        field={fields.standardize}
        name={`${name}-columns`}
        value={state.standardize}
        onChange={(standardize) => set({ standardize })}
      />
      <PenaltySlider
        field={fields.lambda}
        units={units}
        mixes={[mixOf(state)]}
        value={state.lambda}
        onChange={(lambda) => set({ lambda })}
      />
      <Choice
        field={fields.method}
        name={`${name}-method`}
        value={state.method}
        onChange={(method) => set({ method })}
      />
      {state.method === 'en' && (
        <MixSlider
          field={fields.alpha}
          units={units}
          value={state.alpha}
          onChange={(alpha) => set({ alpha })}
        />
      )}
      <Slider field={fields.number} value={state.number} onChange={(number) => set({ number })} />
      <Choice
        field={fields.other}
        name={`${name}-other`}
        value={state.other}
        onChange={(other) => set({ other })}
      />
      <MoreControls title="Penalise the intercept, change the data">
        <Choice
          field={fields.intercept}
          name={`${name}-intercept`}
          value={state.intercept}
          onChange={(intercept) => set({ intercept })}
        />
        <Slider field={fields.n} value={state.n} onChange={(n) => set({ n })} />
        <Redraw field={fields.seed} seed={state.seed} onDraw={(seed) => set({ seed })} />
      </MoreControls>
    </Controls>
  )
}
