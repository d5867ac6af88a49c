import { useState } from 'react'
import { postAndHear } from '#app/_outbox/hear.ts'
import { ulid } from '#app/_outbox/ulid.ts'
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

/** Star and park. Each is shown as pressed once the server has it, or this device keeps it for the server. */
export function MarkButtons({ questionId, marks, phase }: Props) {
  const [said, setSaid] = useState('')
  const [isBusy, setBusy] = useState(false)

  async function toggle({ kind, on, means }: (typeof KINDS)[number]) {
    const to = !marks[kind]
    setBusy(true)
    const outcome = await postAndHear({
      id: ulid(),
      what: 'mark',
      to: ['PUT', `/api/me/questions/${questionId}/marks`],
      body: { kind, on: to },
    })
    setBusy(false)
    if (outcome !== 'kept' && 'refused' in outcome) return setSaid(outcome.refused)
    marked(questionId, { ...marks, [kind]: to })
    const done = to ? means : `${on} no more.`
    setSaid(outcome === 'kept' ? `${done} Kept on this device until the server has it.` : done)
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
