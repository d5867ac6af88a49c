import { lazy, Suspense } from 'react'
import { discard, retry, type Waiting } from '#app/_outbox/outbox.ts'

// Seldom needed, so fetched when it is.
const Notice = lazy(async () => ({
  default: await (await import('./part-loaders.ts')).parts.Notice(),
}))

/** Attempts that the server would not take: why, and what the reader can do with the words. */
export function Refused({ parcels }: { parcels: readonly Waiting[] }) {
  const refused = parcels.filter((parcel) => parcel.refused !== undefined)
  if (refused.length === 0) return null
  return (
    <Suspense fallback={null}>
      {refused.map((parcel) => (
        <Notice key={parcel.id} tone="bad" title="This answer was not stored" live="alert">
          <p className="small">{parcel.refused} It is still on this device.</p>
          <p>
            <button type="button" className="link-button" onClick={() => retry(parcel.id)}>
              Send again
            </button>
            <button type="button" className="link-button" onClick={() => void copy(parcel)}>
              Copy as text
            </button>
            <button type="button" className="link-button" onClick={() => discard(parcel.id)}>
              Discard
            </button>
          </p>
        </Notice>
      ))}
    </Suspense>
  )
}

function copy({ response }: Waiting): Promise<void> {
  const { text } = (response ?? {}) as { text?: string }
  return navigator.clipboard.writeText(text ?? JSON.stringify(response))
}
