'use client'

import { useCallback, useState } from 'react'
import '#app/_quiz/rare-inputs.tsx'
import { PredictedFigure } from '#app/_quiz/predicted-figure.tsx'
import { type ItemState, QuizItem } from '#app/_quiz/quiz-item.tsx'
import type { AskedItem, ItemResponse } from '#lib/quiz/kinds/item.ts'
import { grade } from './grade.ts'
import { Source } from './source.tsx'

/** An item of the gallery: graded by the server, forgotten when the page is left. */
export function Example({ item }: { item: AskedItem }) {
  const [state, setState] = useState<ItemState>({ phase: 'open' })
  const [attempts, setAttempts] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)

  async function give(response: ItemResponse) {
    setProblem(null)
    setState({ phase: 'sent', response })
    const graded = await grade(item.kind, response)
    if ('problem' in graded) {
      setProblem(graded.problem)
      return setState({ phase: 'open' })
    }
    setAttempts(attempts + 1)
    setState({ phase: 'graded', response, feedback: graded.feedback, attempts: attempts + 1 })
  }
  const again = () => setState({ phase: 'open' })
  return (
    <div>
      {item.kind === 'predict' ? (
        <PredictExample item={item} state={state} onGive={give} onAgain={again} />
      ) : (
        <QuizItem item={item} state={state} onSubmit={give} onAgain={again} />
      )}
      {problem !== null && <p role="alert">{problem}</p>}
      <Source kind={item.kind} />
    </div>
  )
}

function PredictExample({
  item,
  state,
  onGive,
  onAgain,
}: {
  item: Extract<AskedItem, { kind: 'predict' }>
  state: ItemState
  onGive: (response: ItemResponse) => void
  onAgain: () => void
}) {
  const [isAlive, setAlive] = useState(false)
  const onAlive = useCallback(() => setAlive(true), [])
  const [isSkipped, setSkipped] = useState(false)
  const open = isSkipped ? ({ phase: 'folded' } as const) : ({ phase: 'open' } as const)
  return (
    <PredictedFigure
      item={item}
      state={state.phase === 'open' ? open : { ...state, phase: 'given' }}
      isAlive={isAlive}
      unlocks="1.budget~2"
      onAlive={onAlive}
      onPredict={({ response }) => onGive(response)}
      onSkip={() => setSkipped(true)}
      onReopen={() => {
        setSkipped(false)
        onAgain()
      }}
      below={null}
    />
  )
}
