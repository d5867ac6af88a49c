import type { ReactNode } from 'react'

/** To a reader a sentence like any other: the content check has asserted it. */
export function Claim({ children }: { children?: ReactNode }) {
  return children
}
