import type { Metadata } from 'next'
import { CredentialsForm } from '#app/_account/credentials-form.tsx'
import { Entrance } from '#app/_account/entrance.tsx'
import { OtherEntrance } from '#app/_account/other-entrance.tsx'
import { ServiceButtons } from '#app/_account/service-buttons.tsx'
import { Standing } from '#app/_account/standing.tsx'
import { providers } from '#lib/auth/ways.ts'

export const metadata: Metadata = { title: 'Sign in', robots: { index: false } }
// Which services there are is known where the site runs, not where it is built.
export const dynamic = 'force-dynamic'

export default function SignInPage() {
  return (
    <Entrance title="Sign in">
      <Standing />
      <ServiceButtons services={providers()} />
      <CredentialsForm purpose="sign-in" />
      <p className="muted">
        No account yet? <OtherEntrance href="/sign-up">Create one</OtherEntrance>. It takes an
        e-mail address and a password.
      </p>
    </Entrance>
  )
}
