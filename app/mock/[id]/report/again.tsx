import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ulid } from '#app/_outbox/ulid.ts'
import { Button } from '#app/_ui/button.tsx'
import { Link } from '#app/_ui/link.tsx'
import { change, type Report } from '#app/mock/[id]/requests.ts'
import { encodeBlueprint } from '#lib/interview/blueprint.ts'
import { writtenLines } from './reading.ts'
import styles from './report.module.css'
import { asText } from './sentences.ts'

const AWAY = 'The server cannot be reached: nothing was changed. Try again in a moment.'

/** Beside the last one; take it again; give it to somebody else. */
export function Again({ report }: { report: Report }) {
  const { id, last, blueprint } = report
  const [shareId, setShareId] = useState(report.shareId)
  const [said, setSaid] = useState('')
  const [next] = useState(ulid)
  const router = useRouter()
  const query = encodeBlueprint(blueprint)

  async function again() {
    const outcome = await change<{ id: string }>(id, 'again', { id: next })
    if (outcome === 'away') return setSaid(AWAY)
    if ('message' in outcome) return setSaid(outcome.message)
    router.push(`/mock/${outcome.ok.id}`)
  }

  async function share(shared: boolean) {
    const outcome = await change<{ shareId: string | null }>(id, 'share', { shared })
    if (outcome === 'away') return setSaid(AWAY)
    if ('message' in outcome) return setSaid(outcome.message)
    setShareId(outcome.ok.shareId)
    setSaid(shared ? '' : 'The link leads nowhere any more.')
  }

  async function copy(text: string, what: string) {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setSaid(
      isDone
        ? `${what} is copied.`
        : 'The browser does not let us copy. Select and copy it by hand.',
    )
  }

  return (
    <section aria-labelledby="again" className={styles.section}>
      <h2 id="again" className="section-title">
        Beside the last one, and again
      </h2>
      <p>
        {last === null ? (
          'This is your first interview that is over; the next one can be compared with it.'
        ) : (
          <>
            Compared with <Link href={`/mock/${last.id}/report`}>{onDay(last.startedAt)}</Link> (
            {last.isAlike ? 'drawn alike' : 'drawn otherwise, so with care'}). {last.inWords}{' '}
            {report.checked && <a href="#checked">What you answered now</a>}
          </>
        )}
      </p>
      <div className={`screen-only ${styles.buttons}`}>
        <Button onClick={() => void again()}>Take the same again</Button>
        <Link href={query === '' ? '/mock/new' : `/mock/new?blueprint=${query}`}>
          Another of this kind
        </Link>
        <button
          type="button"
          className="link-button"
          onClick={() => void copy(asText(report, writtenLines(report)), 'The report')}
        >
          Copy as text, without names
        </button>
        <button type="button" className="link-button" onClick={() => print()}>
          Print
        </button>
      </div>
      <div className={`screen-only ${styles.share}`}>
        {shareId === null ? (
          <button type="button" className="link-button" onClick={() => void share(true)}>
            Share these questions
          </button>
        ) : (
          <Shared
            address={`${location.origin}/m/${shareId}`}
            onCopy={(text) => void copy(text, 'The link')}
            onEnd={() => void share(false)}
          />
        )}
        <p className="small dim">
          Whoever has the link gets the same questions with the same numbers. It says nothing of you
          or of what you answered.
        </p>
      </div>
      <p role="status" className="small muted">
        {said}
      </p>
    </section>
  )
}

function Shared({
  address,
  onCopy,
  onEnd,
}: {
  address: string
  onCopy: (text: string) => void
  onEnd: () => void
}) {
  return (
    <div className={styles.buttons}>
      <input
        readOnly
        aria-label="Link to the same interview"
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <Button onClick={() => onCopy(address)}>Copy the link</Button>
      <button type="button" className="link-button" onClick={onEnd}>
        Share no more
      </button>
    </div>
  )
}

function onDay(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
}
