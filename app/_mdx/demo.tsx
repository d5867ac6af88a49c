import type { ReactNode } from 'react'
import { demos } from '#app/demos/index.tsx'
import { PlacedPrediction } from '#app/_question/late-parts.tsx'
import type { PropsOf } from '#lib/content/vocabulary.ts'
import { asked } from '#lib/quiz/grade/item.ts'
import type { Answerable } from './components.tsx'
import styles from './prose.module.css'

type Props = PropsOf<'Demo'> & { figure?: number; question: Answerable; children?: ReactNode }

/** @param figure its number on the page, given by the compiler; `#fig-n` is its address */
export function Demo({ id, question, predict, unlocks, ...rest }: Props) {
  const Figure = demos[id]
  const item = question.items.find((each) => each.id === predict)
  const first = item && asked(item, 0)
  return (
    <div className={styles.figure}>
      {first?.kind === 'predict' ? (
        <PlacedPrediction
          {...rest}
          questionId={question.id}
          contentHash={question.contentHash}
          seed={0}
          item={first}
          {...(unlocks !== undefined && { unlocks })}
        />
      ) : (
        <Figure {...rest} />
      )}
    </div>
  )
}
