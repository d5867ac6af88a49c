import { Button } from '#app/_ui/button.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { type Blueprint, relax } from '#lib/interview/blueprint.ts'
import { givenMinutes } from '#lib/interview/clock.ts'
import type { Form } from '#lib/interview/form.ts'
import type { Shortage } from '#lib/interview/shortage.ts'
import styles from './new.module.css'
import type { Preview } from './use-preview.ts'

/** What the form would give, what to give up where that is too little, and the start. */
export function Outcome({
  blueprint,
  preview,
  problem,
  busy,
  isSeeded,
  onChange,
  onStart,
}: {
  blueprint: Blueprint
  preview: Preview | null | undefined
  problem: string | null
  busy: boolean
  isSeeded: boolean
  onChange: (blueprint: Blueprint) => void
  onStart: () => void
}) {
  const isReady = preview !== undefined && preview !== null && preview.shortage === null
  // While it is being counted one can start: the server counts by itself, and says what is missing.
  const isShut = preview !== undefined && !isReady
  return (
    <aside className={styles.outcome} aria-label="What it gives">
      <div role="status" className={styles.facts}>
        {preview === undefined && <p className="muted">Counting…</p>}
        {preview === null && (
          <p>The server cannot be reached, so nothing can be counted or started just now.</p>
        )}
        {isReady && <Facts preview={preview} blueprint={blueprint} isSeeded={isSeeded} />}
        {preview?.shortage && (
          <TooShort shortage={preview.shortage} blueprint={blueprint} onChange={onChange} />
        )}
      </div>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <Button
        look="primary"
        aria-disabled={isShut || busy || undefined}
        onClick={() => !isShut && !busy && onStart()}
      >
        {busy ? 'Starting…' : 'Start the interview'}
      </Button>
      <p className="small dim">
        {blueprint.clock === 'none' ? 'It is not timed.' : 'The clock starts at once.'} You can
        pause; the report says so.
      </p>
    </aside>
  )
}

function Facts({
  preview: { items, minutes, forms, topics },
  blueprint,
  isSeeded,
}: {
  preview: Preview
  blueprint: Blueprint
  isSeeded: boolean
}) {
  const pace = blueprint.clock === 'none' ? 1 : blueprint.pace
  return (
    <>
      <p className={styles.total}>
        {plural(items, 'question')}, {inMinutes(givenMinutes(blueprint, minutes))}
      </p>
      <ul className="small muted">
        {forms.map((each) => (
          <li key={each.form}>
            {each.items} {words[each.form]}
          </li>
        ))}
      </ul>
      {topics.length > 0 && (
        <ul className="small muted">
          {topics.map((each) => (
            <li key={each.topic}>
              {each.title}: {inMinutes(each.minutes * pace)}
              {each.isAll && ', all that the bank has of it; the others have the rest of its time'}
            </li>
          ))}
        </ul>
      )}
      {isSeeded && (
        <p className="small muted">The link fixes the draw: everybody gets the same questions.</p>
      )}
    </>
  )
}

/** Which constraint to relax, with what that would give. */
function TooShort({
  shortage: { supply, relaxed, shorter },
  blueprint,
  onChange,
}: {
  shortage: Shortage
  blueprint: Blueprint
  onChange: (blueprint: Blueprint) => void
}) {
  return (
    <Notice tone="warn" title="The bank is too small for this">
      <p className="small">
        {supply.items === 0
          ? 'No question fits all of it.'
          : `It holds ${plural(supply.items, 'question')} of this kind, ${inMinutes(supply.minutes)} in all.`}
      </p>
      <div className={styles.relax}>
        {relaxed.map((each) => (
          <Button key={each.constraint} onClick={() => onChange(relax(blueprint, each.constraint))}>
            {offers[each.constraint]}: {plural(each.supply.items, 'question')},{' '}
            {inMinutes(each.supply.minutes)}
          </Button>
        ))}
        {shorter && (
          <Button onClick={() => onChange({ ...blueprint, length: shorter })}>
            {'minutes' in shorter
              ? `Make it ${shorter.minutes} minutes`
              : `Make it ${plural(shorter.items, 'question')}`}
          </Button>
        )}
        {relaxed.length === 0 && !shorter && (
          <p className="small">A longer interview has room for one of its questions.</p>
        )}
      </div>
    </Notice>
  )
}

const offers = {
  role: 'Any role',
  levels: 'Any level',
  topics: 'Every topic',
  forms: 'Every kind of question',
  mix: 'New and seen',
  questions: 'Other questions too',
}

const words: Record<Form, string> = {
  written: 'in words',
  choice: 'to choose or to judge',
  number: 'with a number or a word',
  order: 'to put in order or to match',
  figure: 'in a figure',
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

function inMinutes(minutes: number): string {
  return plural(Math.round(minutes * 2) / 2, 'minute')
}
