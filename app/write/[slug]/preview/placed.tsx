import type { ReactNode } from 'react'
import { demos } from '#app/demos/index.tsx'
import prose from '#app/_mdx/prose.module.css'
import type { Question } from '#lib/content/bank.ts'
import type { PropsOf } from '#lib/content/vocabulary.ts'
import { asked } from '#lib/quiz/grade/item.ts'
import { beginningOf } from './items.tsx'
import type { Reader } from './page.tsx'
import { TryItem } from './try-item.tsx'
import { TryPrediction } from './try-prediction.tsx'

type DemoProps = PropsOf<'Demo'> & { figure?: number; children?: ReactNode }

/** A figure of the text; a prediction before it is graded like an item, and forgotten. */
export function demoIn(question: Question, reader: Reader, seed: number) {
  return function Demo({ id, predict, unlocks, ...rest }: DemoProps) {
    const Figure = demos[id]
    const item = question.items.find((each) => each.id === predict)
    const first = item && asked(item, seed)
    return (
      <div className={prose.figure}>
        {item && first?.kind === 'predict' ? (
          <TryPrediction
            {...rest}
            key={`${item.id} ${reader} ${first.state}`}
            slug={question.slug}
            item={first}
            unlocks={unlocks}
            isOpen={reader === 'fresh'}
          />
        ) : (
          <Figure key={rest.state ?? ''} {...rest} />
        )}
      </div>
    )
  }
}

export function taskIn(question: Question, reader: Reader, seed: number) {
  return function Task({ id }: PropsOf<'Task'>) {
    const item = question.items.find((each) => each.id === id)
    if (item?.kind !== 'task') return null
    return (
      <div className={prose.figure}>
        <TryItem
          key={`${id} ${reader} ${item.start}`}
          slug={question.slug}
          id={id}
          item={asked(item, seed)}
          seed={seed}
          begin={beginningOf(item, reader, seed)}
        />
      </div>
    )
  }
}
