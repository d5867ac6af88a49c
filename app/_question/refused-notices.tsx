import { discard, retry } from '#app/_outbox/delivery.ts'
import type { Waiting } from '#app/_outbox/outbox.ts'
import { Notice } from '#app/_ui/notice.tsx'

/** Why they were refused, and what the reader can do with the words. */
export function RefusedNotices({ parcels }: { parcels: readonly Waiting[] }) {
  return parcels.map((parcel) => (
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
  ))
}

function copy({ response }: Waiting): Promise<void> {
  const { text } = (response ?? {}) as { text?: string }
  return navigator.clipboard.writeText(text ?? JSON.stringify(response))
}
