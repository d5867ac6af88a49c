'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '#app/_ui/notice.tsx'

/** Stands where the form was. The focus goes there, since the button that had it is gone. */
export function Sent({ title, children }: { title: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus(), [])
  return (
    <Notice ref={place} tone="ok" live="status" tabIndex={-1} title={title}>
      {children}
    </Notice>
  )
}
