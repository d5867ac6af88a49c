import type { Metadata } from 'next'
import { Entrance } from '#app/_account/entrance.tsx'
import { NewPasswordForm } from '#app/_account/new-password-form.tsx'
import { Overdue } from '#app/_account/overdue.tsx'
import { isResetOpen } from '#lib/auth/reset-password.ts'

export const metadata: Metadata = {
  title: 'A new password',
  robots: { index: false },
  referrer: 'no-referrer',
}
export const dynamic = 'force-dynamic'

/** Looking at it uses nothing up: programs that look through mail open links too. */
export default async function ResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params
  return (
    <Entrance title="A new password">
      {(await isResetOpen(token)) ? (
        <>
          <p className="muted">
            Every device is signed out with the old one, and you sign in with the new one.
          </p>
          <NewPasswordForm token={token} />
        </>
      ) : (
        <Overdue href="/forgot" way="Ask for a new link">
          Your password is as it was.
        </Overdue>
      )}
    </Entrance>
  )
}
