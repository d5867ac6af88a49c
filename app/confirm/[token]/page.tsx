import type { Metadata } from 'next'
import { ConfirmForm } from '#app/_account/confirm-form.tsx'
import { Entrance } from '#app/_account/entrance.tsx'
import { Overdue } from '#app/_account/overdue.tsx'
import { isConfirmationOpen } from '#lib/auth/sign-up.ts'

export const metadata: Metadata = {
  title: 'Confirm your account',
  robots: { index: false },
  referrer: 'no-referrer',
}
export const dynamic = 'force-dynamic'

export default async function ConfirmPage({ params }: PageProps<'/confirm/[token]'>) {
  const { token } = await params
  return (
    <Entrance title="Confirm your account">
      {(await isConfirmationOpen(token)) ? (
        <>
          <p className="muted">
            Type the password that you chose, and the account is open. What you answered in this
            browser becomes part of it. If it was not you who asked for an account, leave this page.
          </p>
          <ConfirmForm token={token} />
        </>
      ) : (
        <Overdue href="/sign-in" way="Sign in">
          If your account is not open yet, create it again.
        </Overdue>
      )}
    </Entrance>
  )
}
