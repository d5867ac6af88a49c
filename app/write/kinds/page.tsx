import type { Metadata } from 'next'
import { Link } from '#app/_ui/link.tsx'
import { examples } from '#lib/content/kinds.ts'
import { asked } from '#lib/quiz/grade/item.ts'
import { Example } from './example.tsx'
import styles from './kinds.module.css'
import '#app/_figure/figure.css'
import '#app/_quiz/kinds.css'

export const metadata: Metadata = {
  title: 'Kinds of item',
  description:
    'One live example of every kind of quiz item, as a reader answers it and as it is written.',
}

/** Of the order of options: the same for everybody, since the page is. */
const seed = 7

const titles = {
  single: 'One of several',
  multiple: 'Several of several',
  numeric: 'A number',
  ordering: 'Steps in order',
  matching: 'Pairs',
  fill: 'A word',
  plot: 'A place in a plot',
  spot: 'The wrong line',
  claim: 'True or false, and why',
  predict: 'A prediction',
  task: 'A task in a figure',
}

export default async function KindsPage() {
  const all = await examples()
  return (
    <article className={`page ${styles.kinds}`}>
      <h1 className="title">Kinds of item</h1>
      <p className={styles.lead}>
        Every kind of item that a question can ask, live. Each is graded on the server by the code
        that grades questions and interviews; nothing you answer here is stored.
      </p>
      <noscript>
        <p className="muted">Answers are graded on the server, which needs JavaScript.</p>
      </noscript>
      {all.map(({ about, item }) => (
        <section key={item.kind} className={styles.kind} aria-labelledby={`kind-${item.kind}`}>
          <header>
            <h2 id={`kind-${item.kind}`} className="section-title">
              {titles[item.kind]}
            </h2>
            <p className="small">
              <code>kind: {item.kind}</code>
            </p>
            <p className="muted">
              <About text={about} />
            </p>
          </header>
          <Example item={asked(item, seed)} />
        </section>
      ))}
      <section className={styles.kind} aria-labelledby="kind-rubric">
        <header>
          <h2 id="kind-rubric" className="section-title">
            Your own words
          </h2>
          <p className="small">
            <code>keyPoints</code>
          </p>
          <p className="muted">
            The twelfth kind is the page’s own, and is written as its key points: an answer in
            prose, in which the reader then quotes the words that earn each point.
          </p>
        </header>
        <p>
          <Link href="/questions/l1-vs-l2-regularization#rubric">See it in a question</Link>
        </p>
      </section>
    </article>
  )
}

/** Words between backticks are what an author types. */
function About({ text }: { text: string }) {
  return text.split('`').map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>))
}
