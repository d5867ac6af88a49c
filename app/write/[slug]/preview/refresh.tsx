'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useTransition } from 'react'

/**
 * Draws the page anew when its frame is told that the file has changed, and says when it has. What was
 * typed or moved stays.
 */
export function Refresh() {
  const router = useRouter()
  const [isPending, start] = useTransition()
  const wasPending = useRef(false)
  const refresh = useEffectEvent(() => start(() => router.refresh()))
  useEffect(() => {
    const hear = ({ data, origin }: MessageEvent) => {
      if (origin === location.origin && data?.refresh) refresh()
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  }, [])
  useEffect(() => {
    if (wasPending.current && !isPending) parent.postMessage({ drawn: true }, location.origin)
    wasPending.current = isPending
  }, [isPending])
  return null
}
