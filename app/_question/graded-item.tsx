'use client'

import { useState } from 'react'
import { Segments } from '#app/_ui/segments.tsx'
import { QuizItem, type ItemState } from '#app/_quiz/quiz-item.tsx'
import { prepareInputs } from '#app/_quiz/rare.ts'
import type { CheckedItem, ItemResponse } from '#lib/quiz/kinds/item.ts'
import { CONFIDENCE } from './confidence.ts'
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
  seed,
  ...rest
}: Shown & { item: CheckedItem; number?: number }) {
  const [shown, setShown] = useState({ item, seed })
  const [isAway, setAway] = useState(false)

  async function another() {
    const drawn = await anotherLike(`${rest.questionId}/${item.id}`, rest.contentHash)
    setAway(drawn === null)
    if (drawn) setShown(drawn)
  }

  return (
    <>
      <GradedOnce
        key={shown.seed}
        {...rest}
        {...shown}
        {...(item.drawn === true && { onAnother: () => void another() })}
      />
      {/* For a report of a problem: report-problem.tsx. */}
      <span hidden data-item={`${rest.questionId}/${item.id}`} data-seed={shown.seed} />
      {isAway && (
        <p role="alert" className="small dim">
          Another one could not be fetched. What you answered is kept; try again in a moment.
        </p>
      )}
    </>
  )
}

function GradedOnce({
  item,
  number,
  questionId,
  contentHash,
  seed,
  onAnother,
}: Shown & { item: CheckedItem; number?: number; onAnother?: () => void }) {
  const journal = useJournal(questionId)
  const [isReopened, setReopened] = useState(false)
  const [confidence, setConfidence] = useState<string | null>(null)
  const elapsed = useStopwatch()
  const itemId = `${questionId}/${item.id}`

  function give(response: ItemResponse) {
    setReopened(false)
    const sure = confidence === null ? null : Number(confidence)
    submit({ itemId, contentHash, seed, response, confidence: sure, elapsedMs: elapsed() })
    setConfidence(null)
  }

  return (
    <>
      <QuizItem
        item={item}
        number={number}
        state={isReopened ? { phase: 'open' } : stateOf(item, itemId, seed, journal)}
        onSubmit={give}
        onAgain={() => setReopened(true)}
        {...(onAnother && { onAnother })}
      >
        <Segments
          legend="How sure are you?"
          name={`sure-${itemId}`}
          segments={CONFIDENCE}
          value={confidence}
          onChange={setConfidence}
        />
      </QuizItem>
      <Refused parcels={journal.waiting.filter((parcel) => parcel.itemId === itemId)} />
    </>
  )
}

/** Of a drawn item with these numbers only: its other seeds are other items. */
function stateOf(
  item: CheckedItem,
  itemId: string,
  seed: number,
  journal: JournalState,
): ItemState {
  const isThis = (each: { seed: number }) => item.drawn !== true || each.seed === seed
  const sent = journal.waiting.findLast(
    (each) => each.itemId === itemId && isThis(each) && !each.refused,
  )
  if (sent) return { phase: 'sent', response: sent.response as ItemResponse }
  const graded = journal.attempts.filter((each) => each.item === item.id && isThis(each))
  const [newest] = graded
  if (!newest?.feedback) return { phase: 'open' }
  return {
    phase: 'graded',
    response: newest.response as ItemResponse,
    feedback: newest.feedback,
    attempts: graded.length,
  }
}

/** @returns null if the server is away, or has another version of the page by now */
async function anotherLike(name: string, contentHash: string) {
  const seed = crypto.getRandomValues(new Int32Array(1))[0]!
  const reply = await fetch(`/api/variants/${name}?seed=${seed}`).catch(() => null)
  const drawn = reply?.ok
    ? ((await reply.json()) as { item: CheckedItem; contentHash: string })
    : null
  if (drawn?.contentHash !== contentHash) return null
  await prepareInputs([drawn.item])
  return { item: drawn.item, seed }
}
