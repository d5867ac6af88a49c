'use client'

import { DueToday } from '#app/_progress/due-today.tsx'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import styles from './home.module.css'
import { useBrief } from './use-brief.ts'

/** What the page opens with for who has reviews: see data-returning in home.module.css. */
export function Returning() {
  const { state, load } = useBrief()
  return (
    <div className={styles.returning}>
      {typeof state === 'object' ? (
        <DueToday today={state} onChange={load} />
      ) : (
        <section>
          <h1 className="title">Today</h1>
          {state === 'asking' ? (
            <p className={styles.asking}>Looking up what is due…</p>
          ) : (
            <div role="alert" className={styles.away}>
              <p>What is due could not be loaded. Your reviews are safe on the server.</p>
              <Button onClick={() => void load()}>Try again</Button>
            </div>
          )}
        </section>
      )}
      <nav aria-label="Go on" className={styles.goOn}>
        <Way href="/progress" name="Your progress">
          What you know of each topic and how surely, and what to expect on the day of an interview.
        </Way>
        <Way href="/questions" name="Questions">
          Something new: answer first, then see what an interviewer would have heard.
        </Way>
        <Way href="/mock" name="Mock interview">
          Questions against a clock, and a report that has planned your next reviews.
        </Way>
        <Way href="/demos" name="Figures">
          Every figure of the site, to take apart.
        </Way>
      </nav>
    </div>
  )
}

function Way({ href, name, children }: { href: string; name: string; children: string }) {
  return (
    <Link href={href}>
      <b>{name}</b>
      <span>{children}</span>
    </Link>
  )
}
