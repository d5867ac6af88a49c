'use client'

import { useEffect, useState } from 'react'
import { type Brief, fetchJson, keepTimeZone, rememberReturning } from '#app/_progress/brief.ts'
import { keepReturning } from '#app/_ui/returning.ts'

export type Asked = Brief | 'asking' | 'away'

/** Today in brief: one request, whichever parts of the page want it. */
export function useBrief(): { state: Asked; load: () => Promise<void> } {
  const [state, setState] = useState<Asked>('asking')
  useEffect(() => {
    void (asked ??= fetchBrief()).then((brief) => setState(brief ?? 'away'))
    return () => {
      asked = undefined
    }
  }, [])
  async function load() {
    setState((await fetchBrief()) ?? 'away')
  }
  return { state, load }
}

let asked: Promise<Brief | null> | undefined

async function fetchBrief(): Promise<Brief | null> {
  const brief = await fetchJson<Brief>('/api/me/today/brief')
  if (brief === null) return null
  const isShown = document.documentElement.hasAttribute('data-returning')
  // A browser that did not know keeps its first page: nothing moves under a reader's eyes.
  if (brief.hasBegun && !isShown) keepReturning(true)
  else rememberReturning(brief.hasBegun)
  if (brief.hasBegun) void keepTimeZone(brief.timeZone)
  return brief
}
