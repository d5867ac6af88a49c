'use client'

import { useState } from 'react'
import { QuizItem, type ItemState } from '#app/_quiz/quiz-item.tsx'
import type { CheckedItem, ItemResponse } from '#lib/quiz/kinds/item.ts'
import { submit, useJournal, type JournalState } from './journal.ts'
import { Refused } from './refused.tsx'
import { useStopwatch } from './stopwatch.ts'

export type Shown = {
  questionId: string
  contentHash: string
  /** of the options' order */
  seed: number
}

/** An item, graded on the server, with what came of it before. @param number in its list */
export function GradedItem({
  item,
  number,
  questionId,
  contentHash,
  seed,
}: Shown & { item: CheckedItem; number?: number }) {
  const journal = useJournal(questionId)
  const [isReopened, setReopened] = useState(false)
  const elapsed = useStopwatch()
  const itemId = `${questionId}/${item.id}`

  function give(response: ItemResponse) {
    setReopened(false)
    submit({ itemId, contentHash, seed, response, confidence: null, elapsedMs: elapsed() })
  }

  return (
    <>
      <QuizItem
        item={item}
        number={number}
        state={isReopened ? { phase: 'open' } : stateOf(item, itemId, journal)}
        onSubmit={give}
        onAgain={() => setReopened(true)}
      />
      <Refused parcels={journal.waiting.filter((parcel) => parcel.itemId === itemId)} />
    </>
  )
}

function stateOf(item: CheckedItem, itemId: string, journal: JournalState): ItemState {
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
