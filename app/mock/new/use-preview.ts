'use client'

import { useEffect, useState } from 'react'
import { type Blueprint, encodeBlueprint } from '#lib/interview/blueprint.ts'
import type { Preview } from '#lib/study/preview-interview.ts'

export type { Preview }

/** What the blueprint would give: undefined while it is looked up, null when the server is away. */
export function usePreview(
  blueprint: Blueprint,
  seed: number,
  isAlive: boolean,
): Preview | null | undefined {
  const [known, setKnown] = useState<{ of: string; preview: Preview | null }>()
  const query = `blueprint=${encodeBlueprint(blueprint)}&seed=${seed}`
  useEffect(() => {
    if (!isAlive) return
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const { signal } = stop
      const reply = await fetch(`/api/interviews/preview?${query}`, { signal }).catch(() => null)
      const preview = reply?.ok ? ((await reply.json().catch(() => null)) as Preview) : null
      if (!signal.aborted) setKnown({ of: query, preview })
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query, isAlive])
  return known?.of === query ? known.preview : undefined
}
