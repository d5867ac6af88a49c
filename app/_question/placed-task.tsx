'use client'

import type { AskedTask } from '#lib/quiz/kinds/task.ts'
import { GradedItem, type Shown } from './graded-item.tsx'
import styles from './placed-task.module.css'

/** A task that stands in the prose. @param title in a few words */
export function PlacedTask({ item, title, ...shown }: Shown & { item: AskedTask; title: string }) {
  const id = `task-${item.id}`
  return (
    <section className={styles.task} id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <GradedItem {...shown} item={item} />
    </section>
  )
}
