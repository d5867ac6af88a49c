import type { Metadata } from 'next'
import grid from '#app/_mdx/page-grid.module.css'
import { Prose } from '#app/_mdx/prose.tsx'
import { CheckYourself, FollowUps, HowDidItGo, Keep, Rubric } from '#app/_question/late-parts.tsx'
import { Misconceptions } from '#app/_question/misconceptions.tsx'
import { Neighbours } from '#app/_question/neighbours.tsx'
import { QuestionHeader } from '#app/_question/question-header.tsx'
import { Rail } from '#app/_question/rail.tsx'
import { Sources } from '#app/_question/sources.tsx'
import { YourAnswer } from '#app/_question/your-answer.tsx'
import { compileBody } from '#lib/content/compile.ts'
import { questions } from '#lib/content/questions.ts'
import { LinkedData } from './linked-data.tsx'
import styles from './page.module.css'
import {
  askedItems,
  askedPoints,
  factsOf,
  findQuestion,
  followedPoints,
  neighboursOf,
  relatedTo,
  trailOf,
} from './question.ts'

const OWN_PARTS = [
  { id: 'rubric', text: 'Rubric' },
  { id: 'check-yourself', text: 'Check yourself' },
  { id: 'follow-ups', text: 'What they ask next' },
  { id: 'how-did-it-go', text: 'How did that go?' },
  { id: 'keep', text: 'Keep' },
  { id: 'sources', text: 'Sources' },
]

/** Every address is known at build time, old ones too; anything else is the site's own 404. */
export const dynamicParams = false

export async function generateStaticParams() {
  const all = [...(await questions()).values()]
  return all.flatMap(({ slug, aliases }) => [slug, ...aliases]).map((slug) => ({ slug }))
}

export async function generateMetadata({
  params,
}: PageProps<'/questions/[slug]'>): Promise<Metadata> {
  const question = (await questions()).get((await params).slug)
  if (!question) return {}
  const { title, summary: description } = question
  return { title, description, openGraph: { type: 'article', title, description } }
}

/** One question, the same for everybody; what is personal is fetched once after load. */
export default async function QuestionPage({ params }: PageProps<'/questions/[slug]'>) {
  const question = await findQuestion((await params).slug)
  const { id: questionId, contentHash, title } = question
  const { toc, placed } = await compileBody(question)
  const shown = { questionId, contentHash }
  return (
    <article className={`page ${grid.grid} ${styles.question}`} data-answer="hidden">
      <Rail entries={[...toc, ...OWN_PARTS]} />
      <QuestionHeader
        title={title}
        trail={await trailOf(question)}
        facts={await factsOf(question)}
      />
      <YourAnswer {...shown} asked={question.asked} />
      <Prose question={question} />
      <div className={styles.wide}>
        <Rubric {...shown} points={askedPoints(question)} />
      </div>
      <Misconceptions question={question} />
      <div className={styles.part}>
        <CheckYourself {...shown} {...askedItems(question, placed)} />
      </div>
      {question.followUps.length > 0 && (
        <div className={styles.part}>
          <FollowUps
            questionId={questionId}
            followUps={question.followUps}
            points={followedPoints(question)}
          />
        </div>
      )}
      <div className={styles.part}>
        <HowDidItGo {...shown} />
      </div>
      <div className={styles.part}>
        <Keep {...shown} />
      </div>
      <Sources question={question} related={await relatedTo(question)} />
      <Neighbours {...await neighboursOf(question)} />
      <LinkedData question={question} />
    </article>
  )
}
