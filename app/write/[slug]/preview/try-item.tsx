'use client'

import { useState } from 'react'
import '#app/_quiz/rare-inputs.tsx'
import { type ItemState, QuizItem } from '#app/_quiz/quiz-item.tsx'
import type { AskedItem, ItemResponse } from '#lib/quiz/kinds/item.ts'
import { grade } from './grade.ts'

/** An item of a draft: graded by the server, forgotten when the preview is left. */
export function TryItem({
  slug,
  id,
  item,
  seed,
  begin,
}: {
  slug: string
  id: string
  item: AskedItem
  seed: number
  begin: ItemState
}) {
  const [state, setState] = useState<ItemState>(begin)
  const [attempts, setAttempts] = useState(0)
  const [problem, setProblem] = useState<string>()
  if (item.kind === 'predict') return null

  async function submit(response: ItemResponse) {
    setProblem(undefined)
    setState({ phase: 'sent', response })
    const graded = await grade(slug, { item: id, seed, response })
    if ('problem' in graded) {
      setProblem(graded.problem)
      return setState({ phase: 'open' })
    }
    setAttempts(attempts + 1)
    setState({ phase: 'graded', response, feedback: graded.feedback, attempts: attempts + 1 })
  }
  return (
    <div>
      <QuizItem
        item={item}
        state={state}
        onSubmit={submit}
        onAgain={() => setState({ phase: 'open' })}
      />
      {problem && <p role="alert">{problem}</p>}
    </div>
  )
}
