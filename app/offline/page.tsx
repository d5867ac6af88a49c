import type { Metadata } from 'next'
import { Apology } from '#app/_ui/apology.tsx'
import { Readable, TryAgain } from './readable.tsx'

export const metadata: Metadata = { title: 'Offline', robots: { index: false } }

const waiting = '/account#on-this-device'

/** In the place of a page that is not kept on this device, when there is no network. */
export default function OfflinePage() {
  return (
    <Apology
      title="There is no network, and this page is not on your device"
      actions={
        <>
          <TryAgain />
          {/* The router would ask the network for it first. */}
          <a href={waiting}>What waits on this device</a>
        </>
      }
    >
      <p>
        Pages that you have opened before can be read without a network, and searched. What you
        answer there is kept on this device, and sent by itself when the network is back.
      </p>
      <Readable />
    </Apology>
  )
}
