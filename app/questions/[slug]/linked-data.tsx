import { linkedData } from '#lib/content/linked-data.ts'
import { type Question, topics } from '#lib/content/questions.ts'
import { siteUrl } from '#lib/env.ts'

/** What the page is, for machines. Data, not a program: no browser runs it. */
export async function LinkedData({ question }: { question: Question }) {
  const topic = (await topics()).get(question.topic)?.title ?? question.topic
  const text = JSON.stringify(linkedData(question, topic, siteUrl()))
  // A text may hold "</script>".
  return <script type="application/ld+json">{text.replaceAll('<', String.raw`\u003c`)}</script>
}
