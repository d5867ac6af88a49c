'use client'

import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'

/**
 * Opens the palette. The script in <head> presses it too, with the key that somebody has pressed as its
 * value (theme.ts): all that these keys do is fetched with the first of them.
 */
export function SearchButton({ className, children }: { className: string; children: ReactNode }) {
  const { push } = useRouter()
  return (
    <button
      type="button"
      data-ask=""
      className={className}
      onClick={async ({ currentTarget: button }) => {
        const key = button.value
        button.value = ''
        // Of two keys, the second does not wait until the code for the first is there.
        let second: string | undefined
        const hear = ({ key: next, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
          if (!ctrlKey && !metaKey && !altKey) second ??= next
        }
        if (key === 'g') addEventListener('keydown', hear)
        try {
          const { answerKey } = await import('./answer-key.tsx')
          answerKey(key, push, second)
        } finally {
          removeEventListener('keydown', hear)
        }
      }}
    >
      {children}
    </button>
  )
}
