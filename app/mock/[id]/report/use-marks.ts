import { useEffect, useEffectEvent, useState } from 'react'
import { listen } from '#app/_outbox/outbox.ts'
import { lineOf, record } from '#app/_question/reviews.ts'
import type { Report } from '#app/mock/[id]/requests.ts'
import type { AttemptView } from '#lib/study/attempt-view.ts'

/**
 * When the marks of an answer have arrived, its question's review follows them: what was planned at
 * the end is taken back, and planned anew by the grade that the marks suggest; where a machine has
 * checked items of the same question, by the lower of the two.
 * @returns what there is to say about it
 */
export function useMarks(report: Report, onChange: () => void): string {
  const [said, setSaid] = useState('')
  const follow = useEffectEvent(async (attempt: AttemptView) => {
    const { answerId } = (attempt.response ?? {}) as { answerId?: string }
    const line = report.lines.find((each) => each.attempt?.id === answerId)
    if (attempt.kind !== 'rubric' || !line || attempt.suggests === null) return
    const planned = report.reviews.find(({ questionId }) => questionId === line.questionId)
    const name = { questionId: line.questionId, keyPointId: '' }
    const grade = Math.min(attempt.suggests, planned?.checkedGrade ?? 4)
    const result = await record([
      ...(planned && !planned.isUndone
        ? [lineOf({ ...name, event: 'undone' as const, undoes: planned.reviewId })]
        : []),
      lineOf({ ...name, event: 'graded', grade, attemptId: attempt.id }),
    ])
    if (result === 'kept')
      return setSaid('The marks are saved; the next review follows once the server can be reached.')
    setSaid(
      'problem' in result
        ? `The marks are saved, the next review stays as it was: ${result.problem}`
        : 'Marked. The next review follows the marks.',
    )
    onChange()
  })
  useEffect(() => listen({ stored: (attempt) => void follow(attempt), changed() {} }), [])
  return said
}
