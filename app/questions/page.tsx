import type { Metadata } from 'next'
import { questions, topics } from '#lib/content/questions.ts'
import styles from './questions.module.css'
import { QuestionRow } from './question-row.tsx'
import { shelves } from './shelves.ts'

export const metadata: Metadata = {
  title: 'Questions',
  description: 'Every interview question of Ridgeline by topic, each with its level and its time.',
}

export default async function QuestionsPage() {
  const all = [...(await questions()).values()]
  const byTopic = shelves(all, await topics())
  return (
    <div className={`page ${styles.questions}`}>
      <nav aria-label="Topics" className={styles.rail}>
        <h2 className={styles.railTitle}>Topics</h2>
        <ul>
          {byTopic.map(({ topic, questions: here }) => (
            <li key={topic.id}>
              <a href={`#${topic.id}`}>
                {topic.title} <span>{here.length}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        <h1 className="title">Questions</h1>
        <p className={styles.count}>
          <b>{all.length === 1 ? '1 question' : `${all.length} questions`}</b>
          {all.length > 1 && ', newest first in each topic'}
        </p>
        {byTopic.map(({ topic, questions: here }) => (
          <section key={topic.id} aria-labelledby={topic.id} className={styles.shelf}>
            <header className={styles.heads}>
              <h2 id={topic.id} className="label">
                {topic.title}
              </h2>
              <span aria-hidden="true">Level</span>
              <span aria-hidden="true">Time</span>
            </header>
            <ul>
              {here.map((question) => (
                <QuestionRow key={question.id} question={question} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
