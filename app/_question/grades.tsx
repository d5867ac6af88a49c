'use client'

import { useEffect, useEffectEvent } from 'react'
import type { CardView } from '#lib/study/card-view.ts'
import styles from './grades.module.css'
import { inWords } from './reviews.ts'

export const gradeNames = ['Again', 'Hard', 'Good', 'Easy'] as const

/** Four grades, each with the date that it gives. The keys 1 to 4 do the same. */
export function Grades({
  card,
  proposed,
  busy,
  onGrade,
}: {
  card: Pick<CardView, 'choices' | 'asOf'>
  /** 1 to 4: what the score suggests; null where there is no score */
  proposed: number | null
  busy: boolean
  onGrade: (grade: number) => void
}) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const grade = ['1', '2', '3', '4'].indexOf(event.key) + 1
    if (grade === 0 || busy || isElsewhere(event)) return
    event.preventDefault()
    onGrade(grade)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  return (
    <div role="group" aria-label="How did that go?" className={styles.grades}>
      {gradeNames.map((name, i) => (
        <button
          key={name}
          type="button"
          className={styles.grade}
          data-proposed={proposed === i + 1 || undefined}
          aria-disabled={busy || undefined}
          aria-keyshortcuts={String(i + 1)}
          onClick={() => busy || onGrade(i + 1)}
        >
          <b>{name}</b>
          <small>{inWords(card.choices[i]!, card.asOf)}</small>
          {proposed === i + 1 && <small className={styles.proposed}>suggested</small>}
        </button>
      ))}
    </div>
  )
}

/** Single keys belong to whatever has the focus and takes them, and can be turned off. */
export function isElsewhere(event: KeyboardEvent): boolean {
  const { target, metaKey, ctrlKey, altKey } = event
  const takesKeys =
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(input|select|textarea)$/i.test(target.tagName) ||
      target.role === 'slider')
  return (
    takesKeys || metaKey || ctrlKey || altKey || document.documentElement.dataset.keys === 'off'
  )
}
