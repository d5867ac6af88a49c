'use client'

import { useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import styles from './account.module.css'
import { Deletion } from './deletion.tsx'
import { Import } from './import.tsx'

/** Take everything along, bring it here, or leave nothing here. Guests too: what they did is stored like anybody's. */
export function YourData() {
  const [isDeleting, setDeleting] = useState(false)
  const [said, setSaid] = useState('')

  // Asked for first, so that what the server has to say is a sentence here and not a page of JSON.
  async function save(address: string) {
    setSaid('Asking the server…')
    const reply = await fetch(address).catch(() => null)
    if (!reply?.ok) {
      const body = await reply?.json().catch(() => null)
      return setSaid(body?.error?.message ?? 'The server cannot be reached. Try again in a moment.')
    }
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await reply.blob())
    link.download =
      /filename="(.+)"/.exec(reply.headers.get('Content-Disposition') ?? '')?.[1] ?? ''
    link.click()
    URL.revokeObjectURL(link.href)
    setSaid(`Saved as ${link.download}.`)
  }

  return (
    <div className={styles.block}>
      <p className={styles.lead}>
        Everything that you answered, reviewed, wrote and chose is yours: as one JSON file, or your
        cards for Anki. Importing the Anki file again updates the notes in place.
      </p>
      <div className={styles.ways}>
        <Button onClick={() => save('/api/export/json')}>Export everything (JSON)</Button>
        <Button onClick={() => save('/api/export/anki')}>Export cards (Anki)</Button>
      </div>
      <p role="status" className="small muted">
        {said}
      </p>
      <Import />
      <Button look="bare" onClick={() => setDeleting(true)}>
        Delete everything…
      </Button>
      {isDeleting && <Deletion onClose={() => setDeleting(false)} />}
    </div>
  )
}
