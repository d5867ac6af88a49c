import type { Question } from '#lib/content/bank.ts'
import { asked, concrete, type Item, score } from '#lib/quiz/grade/item.ts'
import { wrongResponse } from '#lib/quiz/grade/right-response.ts'
import type { ItemState } from '#app/_quiz/quiz-item.tsx'
import type { Reader } from './page.tsx'
import { TryItem } from './try-item.tsx'
import styles from './preview.module.css'

type Props = { question: Question; reader: Reader; seed: number }

/** The items that stand under "Check yourself". */
export function Items({ question, reader, seed }: Props) {
  const placed = /<Task\b[^>]*\bid="([^"]*)"/g
  const inText = [...question.body.matchAll(placed)].map(([, id]) => id)
  const list = question.items.filter(({ id, kind }) => kind !== 'predict' && !inText.includes(id))
  return (
    <section aria-labelledby="items-title">
      <h2 id="items-title" className="section-title">
        Check yourself
      </h2>
      <div className={styles.items}>
        {list.map((item) => (
          <TryItem
            key={`${item.id} ${reader} ${seed}`}
            slug={question.slug}
            id={item.id}
            item={asked(item, seed)}
            seed={seed}
            begin={beginningOf(item, reader, seed)}
          />
        ))}
      </div>
    </section>
  )
}

/** Open, or with a wrong response and its feedback. */
export function beginningOf(item: Item, reader: Reader, seed: number): ItemState {
  if (reader !== 'wrong') return { phase: 'open' }
  const response = wrongResponse(concrete(item, seed))
  const graded = score(item, response, seed)
  return 'problem' in graded
    ? { phase: 'open' }
    : { phase: 'graded', response, feedback: graded.feedback, attempts: 1 }
}
