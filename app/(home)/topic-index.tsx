import { Link } from '#app/_ui/link.tsx'
import type { Question, Topic } from '#lib/content/questions.ts'
import styles from './home.module.css'

/** Every topic that has a question, with how many. */
export function TopicIndex({
  questions,
  topics,
}: {
  questions: readonly Question[]
  topics: ReadonlyMap<string, Topic>
}) {
  const rows = [...topics.values()]
    .map((topic) => ({
      ...topic,
      count: questions.filter((each) => each.topic === topic.id).length,
    }))
    .filter(({ count }) => count > 0)
  return (
    <section className={styles.index} aria-labelledby="topics">
      <div>
        <h2 id="topics">Start with a topic</h2>
        <p className="muted">No account needed.</p>
      </div>
      <ul>
        {rows.map(({ id, title, count }) => (
          <li key={id}>
            <Link href={`/topics/${id}`}>
              <span>{title}</span>
              <span>{count === 1 ? '1 question' : `${count} questions`}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
