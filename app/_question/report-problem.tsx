import { useState } from 'react'
import { inTurn } from '#app/_outbox/in-turn.ts'
import { ulid } from '#app/_outbox/ulid.ts'
import { Button } from '#app/_ui/button.tsx'
import styles from './keep.module.css'

type Phase = 'writing' | 'sending' | 'sent' | { problem: string }

/** To the authors: what is wrong, with the states in which the page's figures and items stand. */
export function ReportProblem({
  questionId,
  contentHash,
  onClose,
}: {
  questionId: string
  contentHash: string
  onClose: () => void
}) {
  const [text, setText] = useState('')
  const [id] = useState(ulid)
  const [phase, setPhase] = useState<Phase>('writing')

  async function send() {
    setPhase('sending')
    const reply = await inTurn(() =>
      fetch(`/api/me/questions/${questionId}/reports`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id, contentHash, text, context: contextOfPage() }),
        signal: AbortSignal.timeout(15_000),
      }),
    ).catch(() => null)
    const body = reply?.ok ? null : await reply?.json().catch(() => null)
    setPhase(
      reply?.ok
        ? 'sent'
        : {
            problem:
              body?.error?.message ?? 'The server cannot be reached. Your words are kept here.',
          },
    )
  }

  if (phase === 'sent')
    return (
      <p role="status" className="small muted">
        Thank you. Your report is kept for the authors, with the page as it stands.{' '}
        <button type="button" className="link-button" onClick={onClose}>
          Close
        </button>
      </p>
    )
  return (
    <form
      className={styles.report}
      onSubmit={(event) => {
        event.preventDefault()
        if (phase !== 'sending' && text.trim() !== '') void send()
      }}
    >
      <label>
        <span>What is wrong, and where?</span>
        <textarea
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the reader has just asked for it
          autoFocus
          rows={3}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p className="small dim">
        The states of this page’s figures and the seeds of its items go with it; your answers do
        not.
      </p>
      {typeof phase === 'object' && (
        <p role="alert" className={styles.problem}>
          {phase.problem}
        </p>
      )}
      <Button type="submit" aria-disabled={phase === 'sending' || text.trim() === '' || undefined}>
        {phase === 'sending' ? 'Sending…' : 'Send the report'}
      </Button>
    </form>
  )
}

/** What the page shows just now: its figures' links (app/_figure/tools.tsx) and its items' seeds. */
function contextOfPage() {
  const figures = [...document.querySelectorAll<HTMLElement>('[data-link]')]
  const items = [...document.querySelectorAll<HTMLElement>('[data-seed]')]
  return {
    page: location.pathname + location.search + location.hash,
    figures: figures.map(({ dataset }) => dataset['link']!).slice(0, 20),
    seeds: Object.fromEntries(
      items.map(({ dataset }) => [dataset['item']!, Number(dataset['seed'])]),
    ),
  }
}
