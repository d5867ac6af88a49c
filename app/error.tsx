'use client'

import { Apology } from '#app/_ui/apology.tsx'
import { Button } from '#app/_ui/button.tsx'

type Props = { error: unknown; retry: () => void }

export default function ErrorPage({ error, retry }: Props) {
  return (
    <Apology
      title="This page could not be shown"
      actions={
        <Button look="primary" onClick={retry}>
          Try again
        </Button>
      }
    >
      <p role="alert">
        Something failed while it was being put together. What you have submitted is kept, and so
        are your drafts.
      </p>
      <p>
        If it fails again,{' '}
        {/* oxlint-disable-next-line next/no-html-link-for-pages -- a new document */}
        <a href="/questions">all questions</a> are a way around it.
      </p>
      {error instanceof Error && 'digest' in error && (
        <p>If you report it, this number finds it in the log: {String(error.digest)}.</p>
      )}
    </Apology>
  )
}
