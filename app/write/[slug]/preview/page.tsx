import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { componentsOf } from '#app/_mdx/components.tsx'
import { Drawn } from '#app/_mdx/drawn.tsx'
import grid from '#app/_mdx/page-grid.module.css'
import { Misconceptions } from '#app/_question/misconceptions.tsx'
import { QuestionHeader } from '#app/_question/question-header.tsx'
import { Sources } from '#app/_question/sources.tsx'
import { Notice } from '#app/_ui/notice.tsx'
import { isAuthor } from '#lib/auth/author.ts'
import type { Bank, Question } from '#lib/content/bank.ts'
import { compilePreview } from '#lib/content/preview.ts'
import { openSource } from '#lib/content/workbench.ts'
import { AskedNext } from './asked-next.tsx'
import { Broken } from './broken.tsx'
import { factsOf, trailOf } from './facts.ts'
import { Items } from './items.tsx'
import { demoIn, taskIn } from './placed.tsx'
import { Points } from './points.tsx'
import styles from './preview.module.css'
import { Refresh } from './refresh.tsx'
import { TryAnswer } from './try-answer.tsx'
import '#app/_figure/figure.css'
import '#app/_quiz/kinds.css'

export const metadata: Metadata = { title: 'Preview', robots: { index: false } }
export const dynamic = 'force-dynamic'

export type Reader = 'fresh' | 'revealed' | 'wrong'

/** A draft as a reader would see it. Answers are graded as always, and stored nowhere. */
export default async function PreviewPage({
  params,
  searchParams,
}: PageProps<'/write/[slug]/preview'>) {
  const { slug } = await params
  if (!(await isAuthor())) notFound()
  const asked = await searchParams
  const reader = ['revealed', 'wrong'].includes(String(asked['reader']))
    ? (asked['reader'] as Reader)
    : 'fresh'
  const seed = Math.max(0, Math.trunc(Number(asked['seed']))) || 0
  const source = (await openSource(slug)) ?? notFound()
  const { question } = source.file
  return (
    <>
      <Refresh />
      {question ? (
        await article({ question, bank: source.bank, reader, seed })
      ) : (
        <div className="page">
          <Notice tone="bad" title="The front matter cannot be read">
            There is nothing to show until its errors are mended.
          </Notice>
        </div>
      )}
    </>
  )
}

/** Called, not rendered: React's development build would send its props along, the whole bank with them. */
async function article({
  question,
  bank,
  reader,
  seed,
}: {
  question: Question
  bank: Bank
  reader: Reader
  seed: number
}) {
  const related = [...bank.questions.values()].filter(({ id }) => question.related.includes(id))
  return (
    <article
      className={`page ${grid.grid} ${styles.preview}`}
      data-answer={reader === 'fresh' ? 'hidden' : 'shown'}
    >
      <QuestionHeader
        title={question.title}
        trail={trailOf(question, bank)}
        facts={factsOf(question, bank)}
      />
      <TryAnswer key={reader} asked={question.asked} isShown={reader !== 'fresh'} />
      {await text({ question, reader, seed })}
      <Points question={question} />
      <Misconceptions question={question} />
      <Items question={question} reader={reader} seed={seed} />
      <AskedNext question={question} />
      <Sources question={question} related={related} />
    </article>
  )
}

async function text({
  question,
  reader,
  seed,
}: {
  question: Question
  reader: Reader
  seed: number
}) {
  const compiled = await compilePreview(question)
  if ('syntax' in compiled) {
    const { line, message, hint } = compiled.syntax
    return <Broken what="The text" line={line} message={message} {...(hint && { hint })} />
  }
  return (
    <Drawn
      code={compiled.code}
      components={{
        ...componentsOf(question),
        Broken,
        Demo: demoIn(question, reader, seed),
        Task: taskIn(question, reader, seed),
      }}
    />
  )
}
