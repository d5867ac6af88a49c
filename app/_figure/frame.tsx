import { type ReactNode, useEffect, useState } from 'react'
import { encodeState } from '#lib/figures/codec.ts'
import { type Fields, largestGap } from '#lib/figures/figure.ts'
import { ConventionSwitch } from './convention-switch.tsx'
import { CopyCode } from './copy-code.tsx'
import type { Guess } from './guess.tsx'
import { LiveTables } from './live-tables.tsx'
import { Symbols } from './symbols.tsx'
import { Tools } from './tools.tsx'
import type { Live } from './use-figure.ts'
import { useLink } from './use-link.ts'
import { useSaid } from './use-said.ts'

/** What a page says about a figure that it shows. */
export type FrameProps = {
  /** its number on the page */
  number?: number | undefined
  /** "" where the page itself carries it */
  title?: string | undefined
  /** whether the page's address follows the state */
  follow?: boolean | undefined
  /** the reader's prediction, in the units of the figure's first panel: stays beside what happened */
  guess?: Guess | undefined
  /** a question about what will happen: stands above the drawing, not there without JavaScript */
  ask?: ReactNode
  /** whether the figure waits for the answer */
  locked?: boolean | undefined
  /** a state to go to, as a link writes it: whenever it changes */
  goTo?: string | undefined
  /** "What to notice": sentences that are true at the start */
  notice?: ReactNode
  /** unique on the page, where the figure has no number */
  name?: string | undefined
  /** hears of each state that the controls come to, as its link writes it */
  onState?: ((encoded: string) => void) | undefined
  /** hears when the figure can be moved and asked to move */
  onAlive?: (() => void) | undefined
}

type Parts = {
  controls: ReactNode
  plots: ReactNode
  readout: ReactNode
  /** data, seed, how to operate: a phrase each */
  collar: readonly string[]
}

/** What is the same in every figure, in the order in which it is read. */
export function Frame<F extends Fields, R>({
  live,
  number,
  title = live.figure.title,
  follow = false,
  notice,
  ask,
  locked = false,
  onState,
  onAlive,
  controls,
  plots,
  readout,
  collar,
}: FrameProps & Parts & { live: Live<F, R> }) {
  const [table, setTable] = useState(false)
  const link = useLink(live, follow)
  const said = useSaid(live)
  useEffect(() => onState?.(live.encoded), [onState, live.encoded])
  useEffect(() => onAlive?.(), [onAlive])
  return (
    <>
      <figcaption className="fig-head">
        {number !== undefined && <b>Fig. {number}</b>}
        {title !== '' && <span className="fig-title">{title}</span>}
        <Tools
          live={live}
          locked={locked}
          table={table}
          onTable={() => setTable(!table)}
          link={link}
        >
          <CopyCode codes={() => live.figure.code(live.drawn, live.result)} link={link} />
        </Tools>
      </figcaption>
      <Notes notes={live.notes} unsolved={isUnsolved(live)} />
      <div className="fig-grid" aria-busy={live.busy} data-locked={locked || undefined}>
        <div>
          {ask !== undefined && <div className="fig-ask">{ask}</div>}
          <div inert={locked}>{controls}</div>
          <div className="fig-plots" hidden={table}>
            {plots}
            {/* A new one for each answer: it is seen once an answer takes long. */}
            {live.busy && <Computing key={encodeState(live.figure, live.drawn)} />}
          </div>
          <LiveTables live={live} shown={table} />
          <p className="fig-said" aria-hidden={said.seen === said.spoken || undefined}>
            <Symbols text={said.seen} />
          </p>
          <p className="visually-hidden" role="status">
            {said.spoken}
          </p>
        </div>
        <div className="fig-side">
          {readout}
          {notice !== undefined && (
            <section className="fig-notice" aria-label="What to notice">
              <h3>What to notice</h3>
              {notice}
            </section>
          )}
        </div>
      </div>
      <p className="fig-collar">
        {collar.map((phrase) => (
          <span key={phrase}>
            <Symbols text={phrase} />
          </span>
        ))}
      </p>
      <ConventionSwitch live={live} />
    </>
  )
}

function Computing() {
  return (
    <p className="fig-computing" aria-hidden>
      computing…
    </p>
  )
}

function Notes({ notes, unsolved }: { notes: readonly string[]; unsolved: boolean }) {
  if (notes.length === 0 && !unsolved) return null
  return (
    <ul className="fig-notes">
      {unsolved && (
        <li>The solver did not reach its tolerance in this state: read these numbers with care.</li>
      )}
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  )
}

/** Every figure names its certificate `gap`; what the graders accept is at most this. */
function isUnsolved<F extends Fields, R>({ figure, result }: Live<F, R>): boolean {
  return !((figure.named(result)['gap'] ?? 0) <= largestGap)
}
