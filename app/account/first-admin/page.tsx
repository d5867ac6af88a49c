import type { Metadata } from 'next'
import { Entrance } from '#app/_account/entrance.tsx'
import { FirstAdmin } from './first-admin.tsx'

export const metadata: Metadata = { title: 'The first administrator', robots: { index: false } }

export default function FirstAdminPage() {
  return (
    <Entrance title="The first administrator">
      <p className="muted">
        An administrator decides who may write questions and see keys, statistics and reports. The
        first one comes from the log of this server; that one gives roles to others.
      </p>
      <FirstAdmin />
      <p className="no-js-only muted">This needs JavaScript.</p>
    </Entrance>
  )
}
