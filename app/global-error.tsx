'use client'

import './tokens.css'
import './globals.css'
import { Apology } from '#app/_ui/apology.tsx'
import { Button } from '#app/_ui/button.tsx'

type Props = { error: unknown; retry: () => void }

/** The frame itself failed, so nothing of it may be used here. The theme is the system's. */
export default function GlobalError({ retry }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Ridgeline could not be shown</title>
        <main>
          <Apology
            title="Ridgeline could not be shown"
            actions={
              <Button look="primary" onClick={retry}>
                Try again
              </Button>
            }
          >
            <p role="alert">
              The page failed before it was complete. What you have submitted is kept on the server.
              Try again, or reload in a minute.
            </p>
          </Apology>
        </main>
      </body>
    </html>
  )
}
