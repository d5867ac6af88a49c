import { PlacedTask } from '#app/_question/late-parts.tsx'
import type { PropsOf } from '#lib/content/vocabulary.ts'
import { asked } from '#lib/quiz/grade/item.ts'
import type { Answerable } from './components.tsx'
import styles from './prose.module.css'

type Props = PropsOf<'Task'> & { question: Answerable }

/** One of the question's tasks, where the author placed it. The content check knows that it is one. */
export function Task({ id, title = 'Task', question }: Props) {
  const item = question.items.find((each) => each.id === id)
  const shown = item && asked(item, 0)
  if (shown?.kind !== 'task') return null
  return (
    <div className={styles.figure}>
      <PlacedTask
        questionId={question.id}
        contentHash={question.contentHash}
        seed={0}
        item={shown}
        title={title}
      />
    </div>
  )
}
