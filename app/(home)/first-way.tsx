'use client'

import { count } from '#app/_progress/words.ts'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { useBrief } from './use-brief.ts'

/** The first button: a question; or the reviews of a reader whom this browser had not met yet. */
export function FirstWay({ slug }: { slug: string }) {
  const { state } = useBrief()
  const due = typeof state === 'object' ? state.due.flatMap(({ cards }) => cards).length : 0
  return due > 0 ? (
    <ButtonLink look="primary" href="/review">
      Review {count(due, 'card')}
    </ButtonLink>
  ) : (
    <ButtonLink look="primary" href={`/questions/${slug}`}>
      Open a question
    </ButtonLink>
  )
}
