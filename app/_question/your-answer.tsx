'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { Segments } from '#app/_ui/segments.tsx'
import type { AttemptView } from '#lib/study/attempt-view.ts'
import { CONFIDENCE } from './confidence.ts'
import { useDraft } from './draft.ts'
import { DraftStatusLine } from './draft-status.tsx'
import { reload, submit, useJournal } from './journal.ts'
import { latestAnswer } from './answer.ts'
import { Refused } from './refused.tsx'
import { useShortAnswer } from './short-answer.ts'
import { useStopwatch } from './stopwatch.ts'
import styles from './your-answer.module.css'

type Props = { questionId: string; contentHash: string; asked: string }

/** The reader's answer, before ours. Skipping is allowed, and recorded as skipped. */
export function YourAnswer({ questionId, contentHash, asked }: Props) {
  const journal = useJournal(questionId)
  const answer = latestAnswer(journal)
  const [isWriting, setWriting] = useState(false)
  const box = useRef<HTMLElement>(null)
  const shortAnswer = useShortAnswer(box, questionId)
  const isDone = answer !== null && !isWriting
  return (
    <section ref={box} className={styles.box} id="your-answer" aria-labelledby="your-answer-title">
      <h2 id="your-answer-title" className="label">
        Your answer
      </h2>
      <p className={styles.asked}>{asked}</p>
      {isDone ? (
        <Given answer={answer} onAgain={() => setWriting(true)} />
      ) : (
        <Writing
          {...{ questionId, contentHash, journal }}
          onSubmit={() => {
            setWriting(false)
            shortAnswer.show()
          }}
        />
      )}
      <div className={styles.foot}>
        {isDone || shortAnswer.isShown ? (
          <button type="button" className="link-button" onClick={shortAnswer.toggle}>
            {shortAnswer.isShown ? 'Hide the short answer' : 'Show the short answer'}
          </button>
        ) : null}
        <p role="status" className="visually-hidden">
          {shortAnswer.announcement}
        </p>
      </div>
      {journal.phase === 'away' && (
        <p className={styles.away}>
          Your earlier answers could not be loaded; they are safe on the server.{' '}
          <button type="button" className="link-button" onClick={() => reload(questionId)}>
            Load them again
          </button>
        </p>
      )}
      <Refused parcels={journal.waiting.filter(({ itemId }) => itemId.endsWith('/answer'))} />
    </section>
  )
}

function Writing({
  questionId,
  contentHash,
  journal,
  onSubmit,
}: Omit<Props, 'asked'> & { journal: ReturnType<typeof useJournal>; onSubmit: () => void }) {
  const draft = useDraft(questionId, journal.phase === 'ready' ? journal.draft : undefined)
  const [confidence, setConfidence] = useState<string | null>(null)
  const [isEmpty, setEmpty] = useState(false)
  const elapsed = useStopwatch()
  const field = useRef<HTMLTextAreaElement>(null)
  // Words typed before this code arrived stand in the box, and nowhere else.
  useEffect(() => {
    const early = field.current?.value ?? ''
    if (early !== '') draft.edit(early)
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the box comes to life
  }, [])

  function give(skipped: boolean) {
    if (!skipped && draft.text.trim() === '') {
      setEmpty(true)
      field.current?.focus()
      return
    }
    submit({
      itemId: `${questionId}/answer`,
      contentHash,
      seed: 0,
      response: { text: skipped ? '' : draft.text, skipped },
      confidence: skipped || confidence === null ? null : Number(confidence),
      elapsedMs: elapsed(),
    })
    if (!skipped) draft.clear()
    onSubmit()
  }

  return (
    <div className={`js-only ${styles.writing}`}>
      <textarea
        ref={field}
        // What a browser would put back here is older than what the device has kept.
        autoComplete="off"
        aria-label="Your answer"
        aria-describedby="your-answer-hint"
        aria-invalid={isEmpty || undefined}
        placeholder="Say it aloud, then write it down as you said it."
        value={draft.text}
        onChange={(event) => {
          setEmpty(false)
          draft.edit(event.target.value)
        }}
        onBlur={draft.save}
        rows={6}
        maxLength={20_000}
      />
      <DraftStatusLine draft={draft} />
      <Segments
        legend="How sure are you?"
        name="confidence"
        segments={CONFIDENCE}
        value={confidence}
        onChange={setConfidence}
      />
      <div className={styles.buttons}>
        <Button look="primary" onClick={() => give(false)}>
          Show the short answer
        </Button>
        <Button look="bare" onClick={() => give(true)}>
          Skip
        </Button>
        <p id="your-answer-hint" className={isEmpty ? styles.hintNow : styles.hint}>
          {isEmpty
            ? 'Write a sentence first, or skip: a skipped question is recorded as skipped.'
            : 'Ours opens when you have given yours.'}
        </p>
      </div>
    </div>
  )
}

function Given({ answer, onAgain }: { answer: Given; onAgain: () => void }) {
  const { text, skipped, confidence, receivedAt } = answer
  return (
    <div>
      {skipped ? (
        <p className="muted">You skipped this question{receivedAt && ` on ${day(receivedAt)}`}.</p>
      ) : (
        <blockquote className={styles.given}>{text}</blockquote>
      )}
      <p className={styles.meta}>
        <span role="status">
          {receivedAt ? `Saved ${day(receivedAt)}` : 'Not saved yet (kept on this device)'}
        </span>
        {confidence !== null && <span>{CONFIDENCE[confidence]?.label}</span>}
        <button type="button" className="link-button" onClick={onAgain}>
          Answer again
        </button>
      </p>
    </div>
  )
}

type Given = NonNullable<ReturnType<typeof latestAnswer>>

function day(iso: NonNullable<AttemptView['receivedAt']>): string {
  return new Date(iso).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}
