import { type ReactNode, useState } from 'react'
import type { Fields } from '#lib/figures/figure.ts'
import { Symbols } from './symbols.tsx'
import { TableTwin } from './table-twin.tsx'
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
  /** "What to notice": sentences that are true at the start */
  notice?: ReactNode
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
  controls,
  plots,
  readout,
  collar,
}: FrameProps & Parts & { live: Live<F, R> }) {
  const [table, setTable] = useState(false)
  const link = useLink(live, follow)
  const said = useSaid(live)
  const tables = live.figure.tables(live.state, live.result)
  return (
    <>
      <figcaption className="fig-head">
        {number !== undefined && <b>Fig. {number}</b>}
        {title !== '' && <span className="fig-title">{title}</span>}
        <Tools table={table} onTable={() => setTable(!table)} onReset={live.reset} link={link} />
      </figcaption>
      <Notes notes={live.notes} unsolved={isUnsolved(live)} />
      <div className="fig-grid">
        <div>
          {controls}
          <div className="fig-plots" hidden={table}>
            {plots}
          </div>
          <TableTwin tables={tables} shown={table} />
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
    </>
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
  return !((figure.named(result)['gap'] ?? 0) <= 1e-6)
}
