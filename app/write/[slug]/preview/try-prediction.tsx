'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { PredictedFigure, type PredictState } from '#app/_quiz/predicted-figure.tsx'
import type { ItemResponse } from '#lib/quiz/kinds/item.ts'
import type { AskedPredict } from '#lib/quiz/kinds/predict.ts'
import { grade } from './grade.ts'

/** A figure that asks first, in a draft. */
export function TryPrediction({
  slug,
  item,
  unlocks,
  isOpen,
  ...shown
}: {
  slug: string
  item: AskedPredict
  unlocks: string | undefined
  /** asked, or put aside as by who has been here often */
  isOpen: boolean
  figure?: number
  title?: string
  children?: ReactNode
}) {
  const [state, setState] = useState<PredictState>({ phase: isOpen ? 'open' : 'folded' })
  const [isAlive, setAlive] = useState(false)
  const [problem, setProblem] = useState<string>()
  const onAlive = useCallback(() => setAlive(true), [])

  async function predict(response: ItemResponse) {
    setProblem(undefined)
    setState({ phase: 'given', response })
    const graded = await grade(slug, { item: item.id, seed: 0, response })
    if ('problem' in graded) setProblem(graded.problem)
    else setState({ phase: 'given', response, feedback: graded.feedback })
  }
  return (
    <PredictedFigure
      {...shown}
      item={item}
      state={state}
      isAlive={isAlive}
      unlocks={unlocks}
      onAlive={onAlive}
      onPredict={({ response }) => void predict(response)}
      onSkip={() => setState({ phase: 'folded' })}
      onReopen={() => setState({ phase: 'open' })}
      below={problem && <p role="alert">{problem}</p>}
    />
  )
}
