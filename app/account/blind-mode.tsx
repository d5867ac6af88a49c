'use client'

import { useSyncExternalStore } from 'react'
import { Segments } from '#app/_ui/segments.tsx'

/**
 * A question's level and company tell how deep to go. They can be hidden until it is answered. Kept
 * under `blind` on this device; <html data-blind> is what the question's style sheet looks at.
 */
export function BlindMode() {
  const isOn = useSyncExternalStore(subscribe, read, () => false)
  return (
    <>
      <Segments
        legend="Level and company of a question"
        name="blind"
        segments={[
          { value: 'off', label: 'Shown' },
          { value: 'on', label: 'Hidden until I have answered' },
        ]}
        value={isOn ? 'on' : 'off'}
        onChange={turn}
      />
      <p className="small muted">In an interview nobody says at which level they are listening.</p>
    </>
  )
}

function read() {
  return document.documentElement.dataset.blind !== undefined
}

function turn(to: string) {
  if (to === 'on') document.documentElement.dataset.blind = ''
  else delete document.documentElement.dataset.blind
  try {
    localStorage.setItem('blind', to)
  } catch {
    // Storage is refused: the choice lasts as long as this page.
  }
}

function subscribe(changed: () => void) {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-blind'] })
  return () => observer.disconnect()
}
