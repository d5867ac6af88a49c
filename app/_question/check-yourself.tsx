'use client'

import { useState } from 'react'
import { QuizItem, type ItemState } from '#app/_quiz/quiz-item.tsx'
import type { AskedItem, ItemResponse } from '#lib/quiz/kinds/item.ts'
import { submit, useJournal, type JournalState } from './journal.ts'
import { Refused } from './refused.tsx'
import { useStopwatch } from './stopwatch.ts'
import styles from './check-yourself.module.css'

type Props = {
  questionId: string
  contentHash: string
  /** of the options' order */
  seed: number
  items: AskedItem[]
}

/** The question's items, graded on the server, with what came of them before. */
export function CheckYourself({ questionId, contentHash, seed, items }: Props) {
  const journal = useJournal(questionId)
  const [reopened, setReopened] = useState<ReadonlySet<string>>(new Set())
  const elapsed = useStopwatch()

  function give(item: AskedItem, response: ItemResponse) {
    setReopened((open) => new Set([...open].filter((id) => id !== item.id)))
    submit({
      itemId: `${questionId}/${item.id}`,
      contentHash,
      seed,
      response,
      confidence: null,
      elapsedMs: elapsed(),
    })
  }

  return (
    <section className={styles.section} id="check-yourself" aria-labelledby="check-yourself-title">
      <h2 id="check-yourself-title" className="section-title">
        Check yourself
      </h2>
      <noscript>
        <p className="muted">Answers are graded on the server, which needs JavaScript.</p>
      </noscript>
      <ol className={styles.items}>
        {items.map((item, nth) => {
          const itemId = `${questionId}/${item.id}`
          return (
            <li key={item.id}>
              <QuizItem
                item={item}
                number={nth + 1}
                state={reopened.has(item.id) ? { phase: 'open' } : stateOf(item, itemId, journal)}
                onSubmit={(response) => give(item, response)}
                onAgain={() => setReopened((open) => new Set([...open, item.id]))}
              />
              <Refused parcels={journal.waiting.filter((parcel) => parcel.itemId === itemId)} />
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function stateOf(item: AskedItem, itemId: string, journal: JournalState): ItemState {
  const sent = journal.waiting.findLast((each) => each.itemId === itemId && !each.refused)
  if (sent) return { phase: 'sent', response: sent.response as ItemResponse }
  const graded = journal.attempts.filter((each) => each.item === item.id)
  const [newest] = graded
  if (!newest?.feedback) return { phase: 'open' }
  return {
    phase: 'graded',
    response: newest.response as ItemResponse,
    feedback: newest.feedback,
    attempts: graded.length,
  }
}
