'use client'

import { type ReactNode, useRef, useState } from 'react'
import { demos } from '#app/demos/index.tsx'
import type { Feedback, ItemResponse } from '#lib/quiz/kinds/item.ts'
import type { AskedPredict } from '#lib/quiz/kinds/predict.ts'
import { guessOf, markerOf } from './guess-of.ts'
import { emptyDraft, type PredictDraft, PredictForm } from './predict-form.tsx'
import { Prediction } from './prediction.tsx'

/** Where a prediction stands: asked for, put aside, on its way, or beside what happened. */
export type PredictState =
  | { phase: 'open' }
  | { phase: 'folded' }
  | { phase: 'given'; response: ItemResponse; feedback?: Feedback | undefined }

/** A figure that asks first: it waits for a prediction or a skip, then shows what happens. */
export function PredictedFigure({
  item,
  state,
  isAlive,
  unlocks,
  onAlive,
  onPredict,
  onSkip,
  onReopen,
  below,
  ...shown
}: {
  item: AskedPredict
  state: PredictState
  isAlive: boolean
  /** the state that shows what happens */
  unlocks?: string | undefined
  /** the same function each time: the figure can be answered and moved from now on */
  onAlive: () => void
  onPredict: (draft: PredictDraft) => void
  onSkip: () => void
  onReopen: () => void
  /** what else is to be said of the prediction */
  below: ReactNode
  figure?: number
  title?: string
  children?: ReactNode
}) {
  const [draft, setDraft] = useState(() => emptyDraft(item))
  const [goTo, setGoTo] = useState<string>()
  const place = useRef<HTMLDivElement>(null)
  const Figure = demos[item.demo]

  /** What was pressed is gone now: the focus goes to what came in its place. */
  function then(verb: () => void, to: string | undefined) {
    verb()
    setGoTo(to)
    place.current?.focus()
  }
  const isOpen = state.phase === 'open'
  const given = state.phase === 'given' ? state : undefined
  const ask = (
    <div ref={place} tabIndex={-1}>
      {isOpen ? (
        <PredictForm
          item={item}
          isAlive={isAlive}
          draft={draft}
          onDraft={setDraft}
          onPredict={(valid) => then(() => onPredict(valid), unlocks)}
          onSkip={() => then(onSkip, unlocks)}
        />
      ) : (
        <Prediction
          item={item}
          response={given?.response}
          feedback={given?.feedback}
          onReopen={() => {
            setDraft(emptyDraft(item))
            then(onReopen, item.state)
          }}
        />
      )}
      {below}
    </div>
  )
  const marker = () =>
    markerOf(item, draft.response, (response) => setDraft({ ...draft, response }))
  return (
    <Figure
      {...shown}
      state={item.state}
      ask={ask}
      locked={isOpen}
      guess={isOpen ? marker() : given && guessOf(item, given.response)}
      goTo={goTo}
      onAlive={onAlive}
    />
  )
}
