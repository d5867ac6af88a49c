import { type ReactNode, useState } from 'react'
import { Segments } from '#app/_ui/segments.tsx'
import { type ChoiceField, type NumberField, settle } from '#lib/figures/figure.ts'
import { decimal, penalty } from '#lib/figures/number.ts'
import { type Units, writeEach } from '#lib/figures/units.ts'
import { fieldName, Letter } from './symbols.tsx'

type Of<F, V> = { field: F; value: V; onChange: (value: V) => void }

/** The strip above the plots. Rows wrap; every mark of the drawing has a control here. */
export function Controls({ children }: { children: ReactNode }) {
  return <div className="fig-controls js-only">{children}</div>
}

/** Controls that most readers leave alone. */
export function MoreControls({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="fig-more">
      <summary>{title}</summary>
      <div>{children}</div>
    </details>
  )
}

/** The next seed: the same setting, other noise or other folds. */
export function Redraw({
  field,
  seed,
  onDraw,
  children = 'Draw another sample',
}: {
  field: NumberField
  seed: number
  onDraw: (seed: number) => void
  children?: string
}) {
  return (
    <button type="button" className="link-button" onClick={() => onDraw((seed % field.max) + 1)}>
      {children}
    </button>
  )
}

/** A native slider; on a log scale it moves in decades. `write` says what stands beside it. */
export function Slider({
  field,
  value,
  onChange,
  write = (x) => plain(field, x),
}: Of<NumberField, number> & { write?: ((value: number) => string) | undefined }) {
  const log = field.scale === 'log'
  const [to, from] = log ? [Math.log10, (x: number) => 10 ** x] : [same, same]
  const text = write(value)
  return (
    <label className="fig-slider">
      <span>
        {field.label} {field.symbol && <Letter of={field.symbol} sub={field.sub} />}
      </span>
      <input
        type="range"
        aria-label={fieldName(field)}
        aria-valuetext={text}
        min={to(field.min)}
        max={to(field.max)}
        step={log ? 'any' : field.step}
        value={to(value)}
        onChange={(event) => onChange(from(Number(event.target.value)))}
        onKeyDown={(event) => {
          const by = log ? keyStep(event.key) : 0
          if (by === 0) return
          event.preventDefault()
          onChange(from(to(value) + by * field.step))
        }}
      />
      <output>{text === '0' ? decimalZero(field) : text}</output>
    </label>
  )
}

/**
 * The slider of λ, in the convention that the reader chose.
 * @param mixes of the methods that it moves: 1 the lasso, 0 ridge
 */
export function PenaltySlider({
  field,
  units,
  mixes,
  value,
  onChange,
}: Of<NumberField, number> & { units: Units; mixes: readonly number[] }) {
  return (
    <Slider
      field={{
        ...field,
        label: units.inverse ? 'Inverse penalty' : field.label,
        symbol: units.letter(mixes[0] ?? 1),
      }}
      value={value}
      onChange={onChange}
      write={(lambda) => writeEach(units, lambda, mixes)}
    />
  )
}

/** The slider of the elastic net's mix. */
export function MixSlider({
  field,
  units,
  value,
  onChange,
}: Of<NumberField, number> & { units: Units }) {
  return (
    <Slider
      field={{ ...field, symbol: units.mixLetter }}
      value={value}
      onChange={onChange}
      write={(alpha) => decimal(units.mix(alpha))}
    />
  )
}

/** A number that is typed, or stepped with the arrow keys. Half-typed text is left alone. */
export function NumberInput({ field, value, onChange }: Of<NumberField, number>) {
  const [draft, setDraft] = useState<string>()
  return (
    <label className="fig-number">
      <span>
        <Letter of={field.symbol ?? field.label} sub={field.sub} />
      </span>
      <input
        type="number"
        inputMode="decimal"
        aria-label={fieldName(field)}
        min={field.min}
        max={field.max}
        step={field.step}
        value={draft ?? value.toFixed(field.digits)}
        onChange={(event) => {
          setDraft(event.target.value)
          const typed = event.target.valueAsNumber
          if (settle(field, typed) === typed) onChange(typed)
        }}
        onBlur={() => {
          if (draft !== undefined && draft !== '') onChange(Number(draft))
          setDraft(undefined)
        }}
      />
    </label>
  )
}

/** @param name unique on the page */
export function Choice<V extends string>({
  field,
  name,
  value,
  onChange,
}: { field: ChoiceField; name: string } & Of<unknown, V>) {
  return (
    <Segments
      legend={field.label}
      hideLegend
      name={name}
      segments={field.options}
      value={value}
      onChange={(chosen) => onChange(chosen as V)}
    />
  )
}

/** A step of a log slider, in steps of its field: the arrow keys, and ten at once for the page keys. */
function keyStep(key: string): number {
  const steps: Record<string, number> = {
    ArrowRight: 1,
    ArrowUp: 1,
    ArrowLeft: -1,
    ArrowDown: -1,
    PageUp: 10,
    PageDown: -10,
  }
  return steps[key] ?? 0
}

function plain(field: NumberField, x: number): string {
  return field.scale === 'log' ? penalty(x) : decimal(x, Math.min(field.digits, 2))
}

/** A control at zero shows its decimals: only results show an exact zero as "0". */
function decimalZero({ digits }: NumberField): string {
  return (0).toFixed(Math.min(digits, 2))
}

function same(x: number): number {
  return x
}
