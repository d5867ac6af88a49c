import { useEffect, useState } from 'react'
import { postAndHear } from '#app/_outbox/hear.ts'
import { keep, recall } from '#app/_outbox/later.ts'
import { ulid } from '#app/_outbox/ulid.ts'
import { Button } from '#app/_ui/button.tsx'
import styles from './keep.module.css'

type Phase = 'writing' | 'sending' | 'sent' | 'kept' | { problem: string }

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
  const place = `report.${questionId}`
  useEffect(() => {
    void recall<string>(place).then((kept) => setText((typed) => typed || (kept ?? '')))
  }, [place])

  async function send() {
    setPhase('sending')
    const outcome = await postAndHear({
      id,
      what: 'report',
      to: ['POST', `/api/me/questions/${questionId}/reports`],
      body: { id, contentHash, text, context: contextOfPage() },
    })
    if (outcome !== 'kept' && 'refused' in outcome) return setPhase({ problem: outcome.refused })
    keep(place, null)
    setPhase(outcome === 'kept' ? 'kept' : 'sent')
  }

  if (phase === 'sent' || phase === 'kept')
    return (
      <p role="status" className="small muted">
        {phase === 'sent'
          ? 'Thank you. Your report is kept for the authors, with the page as it stands.'
          : 'Thank you. The server cannot be reached: your report is kept on this device, and sent as soon as it can be.'}{' '}
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
          onChange={({ target: { value } }) => {
            setText(value)
            keep(place, value === '' ? null : value)
          }}
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
