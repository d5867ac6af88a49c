import { lazy, Suspense } from 'react'
import type { Waiting } from '#app/_outbox/outbox.ts'

// Seldom needed, so fetched when it is.
const Notices = lazy(async () => ({
  default: await (await import('./part-loaders.ts')).parts.RefusedNotices(),
}))

/** Attempts that the server would not take, among these. */
export function Refused({ parcels }: { parcels: readonly Waiting[] }) {
  const refused = parcels.filter((parcel) => parcel.refused)
  return refused[0] ? (
    <Suspense fallback={null}>
      <Notices parcels={refused} />
    </Suspense>
  ) : null
}
