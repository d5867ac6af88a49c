import { useState } from 'react'
import { inTurn } from '#app/_outbox/in-turn.ts'
import { Button } from '#app/_ui/button.tsx'
import { type JournalState, marked } from './journal.ts'
import styles from './keep.module.css'

const KINDS = [
  {
    kind: 'starred',
    off: 'Star',
    on: 'Starred',
    means: 'Starred: it is under “starred” in the list of questions.',
  },
  {
    kind: 'parked',
    off: 'Park',
    on: 'Parked',
    means: 'Parked: its reviews wait until you take it back.',
  },
] as const

type Props = { questionId: string } & Pick<JournalState, 'marks' | 'phase'>

/** Star and park. Each is shown as pressed once the server has it. */
export function MarkButtons({ questionId, marks, phase }: Props) {
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)

  async function toggle({ kind, on, means }: (typeof KINDS)[number]) {
    const to = !marks[kind]
    setBusy(true)
    const reply = await inTurn(() =>
      fetch(`/api/me/questions/${questionId}/marks`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ kind, on: to }),
        signal: AbortSignal.timeout(15_000),
      }),
    ).catch(() => null)
    setBusy(false)
    if (!reply?.ok) return setSaid('The server did not answer: nothing was changed. Try again.')
    marked(questionId, { ...marks, [kind]: to })
    setSaid(to ? means : `${on} no more.`)
  }

  return (
    <>
      {KINDS.map((each) => (
        <Button
          key={each.kind}
          aria-pressed={marks[each.kind]}
          aria-disabled={isBusy || phase !== 'ready' || undefined}
          className={styles.mark}
          onClick={() => {
            if (!isBusy && phase === 'ready') void toggle(each)
          }}
        >
          {marks[each.kind] ? each.on : each.off}
        </Button>
      ))}
      <p role="status" className={`small muted ${styles.said}`}>
        {phase === 'away' ? 'Your marks could not be loaded.' : said}
      </p>
    </>
  )
}
