'use client'

import './tokens.css'
import './globals.css'

type Props = { error: unknown; retry: () => void }

/** The frame itself failed, so nothing of it may be used here. The theme is the system's. */
export default function GlobalError({ retry }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Ridgeline could not be shown</title>
        <main className="page apology">
          <h1 className="title">Ridgeline could not be shown</h1>
          <p role="alert">
            The page failed before it was complete. What you have submitted is kept on the server.
            Try again, or reload in a minute.
          </p>
          <div>
            <button type="button" onClick={retry}>
              Try again
            </button>
          </div>
        </main>
      </body>
    </html>
  )
}
