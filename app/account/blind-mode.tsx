'use client'

import { useSyncExternalStore } from 'react'
import { choose } from '#app/_account/choices.ts'
import { Segments } from '#app/_ui/segments.tsx'

/**
 * A question's level and company tell how deep to go. They can be hidden until it is answered. Kept
 * on the account, and on this device for the next page's first moment; <html data-blind> is what the question's style sheet looks at.
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
        onChange={(to) => void choose({ blind: to === 'on' })}
      />
      <p className="small muted">In an interview nobody says at which level they are listening.</p>
    </>
  )
}

function read() {
  return document.documentElement.dataset.blind !== undefined
}

function subscribe(changed: () => void) {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-blind'] })
  return () => observer.disconnect()
}
