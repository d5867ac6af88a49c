import type { Metadata } from 'next'
import { Entrance } from '#app/_account/entrance.tsx'
import { ForgotForm } from '#app/_account/forgot-form.tsx'
import { OtherEntrance } from '#app/_account/other-entrance.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { canReset } from '#lib/auth/ways.ts'
import { canMail } from '#lib/mail.ts'

export const metadata: Metadata = { title: 'Password forgotten', robots: { index: false } }
// Whether mail can be sent is known where the site runs, not where it is built.
export const dynamic = 'force-dynamic'

export default function ForgotPage() {
  return (
    <Entrance title="Password forgotten">
      {canReset() ? <ForgotForm where={canMail() ? 'mail' : 'log'} /> : <NoMail />}
      <p className="muted">
        You remember it? <OtherEntrance href="/sign-in">Sign in</OtherEntrance>.
      </p>
    </Entrance>
  )
}

function NoMail() {
  return (
    <Notice tone="warn" title="This site cannot send mail.">
      <p>
        Its operator has not set up e-mail, so no link for a new password can be sent. Nothing of
        yours is lost. Where you are still signed in, export your data under Account; it can be
        imported into a new account. If you run this site: set <code>SMTP_URL</code> and{' '}
        <code>MAIL_FROM</code> as <code>.env.example</code> says.
      </p>
    </Notice>
  )
}
