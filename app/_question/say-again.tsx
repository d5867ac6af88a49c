'use client'

import { useEffect, useState } from 'react'
import { keep, recall } from '#app/_outbox/later.ts'
import { Button } from '#app/_ui/button.tsx'
import { latestAnswer } from './answer.ts'
import { latestAgain } from './marking.ts'
import { submit, useJournal } from './journal.ts'
import { Refused } from './refused.tsx'
import styles from './say-again.module.css'

const MINUTE = 60

/** The answer once more, in a minute and without looking, beside the first. Optional, and not graded. */
export function SayAgain({ questionId, contentHash }: { questionId: string; contentHash: string }) {
  const journal = useJournal(questionId)
  const first = latestAnswer(journal, 'written')
  const again = latestAgain(journal)
  const [since, setSince] = useState<number | null>(null)
  if (!first) return null
  return (
    <div className={styles.again}>
      <h3 className={styles.title}>Say it again in 60 seconds</h3>
      {since === null ? (
        <>
          <p className="muted">
            Aloud, then as you said it. What comes back now is what you will have in the room.
          </p>
          {again !== null && (
            <div className={styles.beside}>
              <Said title="First" text={first.text} />
              <Said title="In a minute" text={again} />
            </div>
          )}
          <p>
            <Button onClick={() => setSince(Date.now())}>
              {again === null ? 'Start the minute' : 'Once more'}
            </Button>
          </p>
        </>
      ) : (
        <Minute
          place={`again.${questionId}`}
          since={since}
          onStop={() => setSince(null)}
          onDone={(text) => {
            submit({
              itemId: `${questionId}/again`,
              contentHash,
              seed: 0,
              response: { text, skipped: false },
              confidence: null,
              elapsedMs: Math.min(Date.now() - since, 86_400_000),
            })
            setSince(null)
          }}
        />
      )}
      <Refused parcels={journal.waiting.filter(({ itemId }) => itemId.endsWith('/again'))} />
    </div>
  )
}

/** Nothing is cut off: when the minute is over, it says so. */
function Minute({
  place,
  since,
  onDone,
  onStop,
}: {
  /** where the words are kept on this device until they are sent */
  place: string
  since: number
  onDone: (text: string) => void
  onStop: () => void
}) {
  const [text, setText] = useState('')
  // What was kept comes a moment later: what has been typed by then follows it.
  useEffect(() => {
    void recall<string>(place).then((kept) => {
      if (kept !== null)
        setText((typed) => (typed === '' || kept === typed ? kept : `${kept}\n\n${typed}`))
    })
  }, [place])
  const [left, setLeft] = useState(MINUTE)
  useEffect(() => {
    const timer = setInterval(
      () => setLeft(Math.max(0, MINUTE - Math.floor((Date.now() - since) / 1000))),
      250,
    )
    return () => clearInterval(timer)
  }, [since])
  function done() {
    onDone(text)
    keep(place, null)
  }
  return (
    <div className={styles.minute}>
      <p className={styles.left}>
        <span aria-hidden="true">{left > 0 ? `${left} s left` : 'The minute is over'}</span>
        <span role="status" className="visually-hidden">
          {said(left)}
        </span>
      </p>
      <textarea
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked for it
        autoFocus
        aria-label="Your answer, once more"
        rows={4}
        maxLength={20_000}
        value={text}
        onChange={({ target: { value } }) => {
          setText(value)
          keep(place, value === '' ? null : value)
        }}
      />
      <p className={styles.buttons}>
        <Button look="primary" disabled={text.trim() === ''} onClick={done}>
          {left > 0 ? 'Done' : 'Finish'}
        </Button>
        <Button look="bare" onClick={onStop}>
          Not now
        </Button>
      </p>
    </div>
  )
}

/** For screen readers: at half time, near the end and at the end. */
function said(left: number): string {
  if (left === 0) return 'The minute is over. Finish your sentence.'
  if (left <= 10) return '10 seconds left'
  return left <= 30 ? '30 seconds left' : ''
}

function Said({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h4 className="label">{title}</h4>
      <blockquote>{text}</blockquote>
    </div>
  )
}
