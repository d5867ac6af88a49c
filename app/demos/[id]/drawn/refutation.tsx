import { Link } from '#app/_ui/link.tsx'
import { questionById } from '#lib/content/questions.ts'
import styles from '#app/demos/gallery.module.css'

/**
 * What a reader who comes from a misconception should look at. Only in the state that disproves it:
 * there, and not elsewhere, the content check has asserted the sentence.
 * @param of "<question>.<misconception>", from the address; the words come from the question alone
 */
export async function Refutation({ demo, state, of }: { demo: string; state: string; of: string }) {
  const [questionId = '', id] = of.split('.')
  const question = await questionById(questionId)
  const misconception = question?.misconceptions.find((each) => each.id === id)
  const refute = misconception?.refute
  if (!question || refute?.demo !== demo || refute.state !== state) return null
  return (
    <aside className={styles.refutation} aria-label="What this state disproves">
      <p>
        <b>Not so:</b> “{misconception!.claim}”
      </p>
      <p>{refute.look}</p>
      <p className="small">
        <Link href={`/questions/${question.slug}#misconceptions`}>Back to “{question.title}”</Link>
      </p>
    </aside>
  )
}
