'use client'

import { useSyncExternalStore } from 'react'
import { Segments } from '#app/_ui/segments.tsx'

/**
 * Shortcuts of a single key can be turned off, for who dictates or presses keys by accident. Kept
 * under `single-keys` on this device; <html data-keys="off"> is what every shortcut looks at.
 */
export function SingleKeys() {
  const on = useSyncExternalStore(subscribe, areOn, () => true)
  return (
    <>
      <Segments
        legend="Shortcuts of a single key"
        name="single-keys"
        segments={[
          { value: 'on', label: 'On' },
          { value: 'off', label: 'Off' },
        ]}
        value={on ? 'on' : 'off'}
        onChange={turn}
      />
      <p className="small muted">
        <kbd>Shift</kbd> <kbd>D</kbd> switches between light and dark. Shortcuts never fire while
        you type.
      </p>
    </>
  )
}

function areOn() {
  return document.documentElement.dataset.keys !== 'off'
}

function turn(to: string) {
  if (to === 'off') document.documentElement.dataset.keys = 'off'
  else delete document.documentElement.dataset.keys
  try {
    localStorage.setItem('single-keys', to)
  } catch {
    // Storage is refused: the choice lasts as long as this page.
  }
}

function subscribe(changed: () => void) {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-keys'] })
  return () => observer.disconnect()
}
