import type { Metadata } from 'next'
import { AccountPanel } from './account-panel.tsx'
import styles from './account.module.css'
import { BlindMode } from './blind-mode.tsx'
import { OnThisDevice } from './on-this-device.tsx'
import { PenaltyConvention } from './penalty-convention.tsx'
import { SingleKeys } from './single-keys.tsx'
import { Studying } from './studying.tsx'
import { YourData } from './your-data.tsx'

export const metadata: Metadata = { title: 'Account', robots: { index: false } }

export default function AccountPage() {
  return (
    <div className={`page ${styles.account}`}>
      <h1 className="title">Account</h1>
      <AccountPanel />
      <section aria-labelledby="studying" className={`js-only ${styles.section}`}>
        <h2 id="studying" className="label">
          Studying
        </h2>
        <Studying />
      </section>
      <section aria-labelledby="on-this-device" className={`js-only ${styles.section}`}>
        <h2 id="on-this-device" className="label">
          On this device
        </h2>
        <OnThisDevice />
      </section>
      <section aria-labelledby="your-data" className={`js-only ${styles.section}`}>
        <h2 id="your-data" className="label">
          Your data
        </h2>
        <YourData />
      </section>
      <section aria-labelledby="this-browser" className={styles.section}>
        <h2 id="this-browser" className="label">
          This browser
        </h2>
        <SingleKeys />
        <BlindMode />
        <PenaltyConvention />
      </section>
    </div>
  )
}
