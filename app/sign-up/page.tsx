import type { Metadata } from 'next'
import { CredentialsForm } from '#app/_account/credentials-form.tsx'
import { Entrance } from '#app/_account/entrance.tsx'
import { OtherEntrance } from '#app/_account/other-entrance.tsx'
import { Standing } from '#app/_account/standing.tsx'

export const metadata: Metadata = { title: 'Create an account', robots: { index: false } }

export default function SignUpPage() {
  return (
    <Entrance title="Create an account">
      <Standing />
      <CredentialsForm purpose="sign-up" />
      <p className="muted">
        You have one already? <OtherEntrance href="/sign-in">Sign in</OtherEntrance>.
      </p>
    </Entrance>
  )
}
