'use client'

type Props = { error: unknown; retry: () => void }

/** An apology (_ui/apology.tsx) in plain elements: every page carries it at first, for the case of need. */
export default function ErrorPage({ error, retry }: Props) {
  return (
    <div className="page apology">
      <h1 className="title">This page could not be shown</h1>
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
      <div>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </div>
    </div>
  )
}
