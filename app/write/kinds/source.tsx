'use client'

import { useState } from 'react'

/** What an author writes. It holds the key, so it is fetched by those who open it and not before. */
export function Source({ kind }: { kind: string }) {
  const [source, setSource] = useState<string>()
  async function load() {
    const reply = await fetch(`/api/kinds/${kind}`).catch(() => null)
    const body = reply?.ok ? await reply.json().catch(() => null) : null
    setSource(
      body?.source ?? 'The server could not be reached. The example is in content/kinds.yaml.',
    )
  }
  return (
    <details
      className="prose js-only"
      onToggle={(event) => {
        if (event.currentTarget.open && source === undefined) void load()
      }}
    >
      <summary className="small">As an author writes it, with its key</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a phone */}
      <pre tabIndex={0}>{source ?? '…'}</pre>
    </details>
  )
}
