import { type ReactNode, useState } from 'react'
import type { Fields } from '#lib/figures/figure.ts'
import { toClipboard } from './clipboard.ts'
import type { Live } from './use-figure.ts'

/** Reset, Table, Copy link and more. Without JavaScript they take their place and are not seen. */
export function Tools<F extends Fields, R>({
  live,
  locked,
  table,
  onTable,
  link,
  children,
}: {
  live: Live<F, R>
  locked: boolean
  table: boolean
  onTable: () => void
  /** from the root of the site */
  link: string
  children?: ReactNode
}) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no')
  async function copy() {
    const done = await toClipboard(new URL(link, window.location.href).href)
    setCopied(done ? 'yes' : 'by hand')
    if (done) setTimeout(() => setCopied('no'), 2500)
  }
  return (
    <span className="fig-tools js-only" data-link={link} inert={locked}>
      <button type="button" className="link-button" onClick={live.reset}>
        Reset
      </button>
      <button type="button" className="link-button" aria-pressed={table} onClick={onTable}>
        Table
      </button>
      <button type="button" className="link-button fig-copy" onClick={copy}>
        {copied === 'yes' ? 'Copied' : 'Copy link'}
      </button>
      {children}
      <button type="button" className="link-button" onClick={live.vary}>
        Random fair variant
      </button>
      <span className="visually-hidden" role="status">
        {copied === 'yes' && 'Link copied'}
      </span>
      {copied === 'by hand' && (
        <input
          className="fig-link"
          readOnly
          aria-label="Link to this state"
          value={new URL(link, window.location.href).href}
          onFocus={(event) => event.target.select()}
          ref={(input) => input?.focus()}
        />
      )}
    </span>
  )
}
