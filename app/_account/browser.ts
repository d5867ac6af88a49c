'use client'

import { useSyncExternalStore } from 'react'

/** False in the server's HTML and until React has taken over. */
export function useHydrated() {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}

/** What stands behind the question mark; empty in the server's HTML, which is the same for everybody. */
export function useSearch() {
  return new URLSearchParams(
    useSyncExternalStore(
      never,
      () => location.search,
      () => '',
    ),
  )
}

const never = () => () => {}
