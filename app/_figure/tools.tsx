import { useState } from 'react'

/** Reset, Table, Copy link. Without JavaScript they take their place and are not seen. */
export function Tools({
  table,
  onTable,
  onReset,
  link,
}: {
  table: boolean
  onTable: () => void
  onReset: () => void
  /** from the root of the site */
  link: string
}) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no')
  async function copy() {
    const done = await write(new URL(link, window.location.href).href)
    setCopied(done ? 'yes' : 'by hand')
    if (done) setTimeout(() => setCopied('no'), 2500)
  }
  return (
    <span className="fig-tools js-only">
      <button type="button" className="link-button" onClick={onReset}>
        Reset
      </button>
      <button type="button" className="link-button" aria-pressed={table} onClick={onTable}>
        Table
      </button>
      <button type="button" className="link-button fig-copy" onClick={copy}>
        {copied === 'yes' ? 'Copied' : 'Copy link'}
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

/** Browsers give the clipboard to secure pages only, and not always then. */
async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
