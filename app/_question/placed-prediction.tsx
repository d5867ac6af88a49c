'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { PredictedFigure, type PredictState } from '#app/_quiz/predicted-figure.tsx'
import type { ItemResponse } from '#lib/quiz/kinds/item.ts'
import type { AskedPredict } from '#lib/quiz/kinds/predict.ts'
import type { Shown } from './graded-item.tsx'
import { type JournalState, submit, useJournal } from './journal.ts'
import { Refused } from './refused.tsx'
import { useStopwatch } from './stopwatch.ts'
import { countVisit } from './visits.ts'

/** From this visit on the question is folded away; one line opens it again. */
const familiar = 3

/** A figure with its prediction, recorded as an attempt, and with what was predicted before. */
export function PlacedPrediction({
  item,
  questionId,
  contentHash,
  seed,
  ...shown
}: Shown & {
  item: AskedPredict
  unlocks?: string
  figure?: number
  title?: string
  children?: ReactNode
}) {
  const itemId = `${questionId}/${item.id}`
  const journal = useJournal(questionId)
  const [turn, setTurn] = useState<'open' | 'skipped'>()
  const [visits, setVisits] = useState(0)
  const isAlive = visits > 0
  const elapsed = useStopwatch()
  const given = turn === 'open' ? undefined : newestOf(item, itemId, journal)
  const isFolded = turn === 'skipped' || (turn === undefined && visits >= familiar)
  // The first drawing in the browser is that of the server, which knows nobody.
  const state: PredictState = (isAlive && given) || {
    phase: isAlive && isFolded ? 'folded' : 'open',
  }

  return (
    <PredictedFigure
      {...shown}
      item={item}
      state={state}
      isAlive={isAlive}
      onAlive={useCallback(() => setVisits(countVisit(itemId)), [itemId])}
      onPredict={({ response, confidence }) => {
        setTurn(undefined)
        submit({ itemId, contentHash, seed, response, confidence, elapsedMs: elapsed() })
      }}
      onSkip={() => setTurn('skipped')}
      onReopen={() => setTurn('open')}
      below={<Refused parcels={journal.waiting.filter((parcel) => parcel.itemId === itemId)} />}
    />
  )
}

/** On its way, or compared. */
function newestOf(
  { id }: AskedPredict,
  itemId: string,
  { waiting, attempts }: JournalState,
): PredictState | undefined {
  const sent = waiting.findLast((each) => each.itemId === itemId && !each.refused)
  const compared = attempts.find((each) => each.item === id && each.feedback !== null)
  const response = (sent ?? compared)?.response as ItemResponse | undefined
  if (response === undefined) return undefined
  return { phase: 'given', response, ...(!sent && { feedback: compared?.feedback ?? undefined }) }
}
