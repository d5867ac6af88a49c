import type { Metadata } from 'next'
import { CredentialsForm } from '#app/_account/credentials-form.tsx'
import { Entrance } from '#app/_account/entrance.tsx'
import { OtherEntrance } from '#app/_account/other-entrance.tsx'
import { ServiceButtons } from '#app/_account/service-buttons.tsx'
import { Standing } from '#app/_account/standing.tsx'
import { providers } from '#lib/auth/ways.ts'

export const metadata: Metadata = { title: 'Create an account', robots: { index: false } }
// Which services there are is known where the site runs, not where it is built.
export const dynamic = 'force-dynamic'

export default function SignUpPage() {
  return (
    <Entrance title="Create an account">
      <Standing />
      <ServiceButtons services={providers()} />
      <CredentialsForm purpose="sign-up" />
      <p className="muted">
        You have one already? <OtherEntrance href="/sign-in">Sign in</OtherEntrance>.
      </p>
    </Entrance>
  )
}
