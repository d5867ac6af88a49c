import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Apology } from '#app/_ui/apology.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Link } from '#app/_ui/link.tsx'
import { type Question, questions, retiredQuestions, topics } from '#lib/content/questions.ts'

/* Shown at the question's own address, with status 410 (lib/boot/retired.mjs). */

export const metadata: Metadata = { title: 'Retired', robots: { index: false } }
export const dynamicParams = false

export async function generateStaticParams() {
  const all = [...(await retiredQuestions()).keys()].map((slug) => ({ slug }))
  // A route with a list of nothing cannot be built.
  return all.length > 0 ? all : [{ slug: NOTHING }]
}

const NOTHING = '-'

/** What was asked here, and where to go on from it. */
export default async function RetiredPage({ params }: PageProps<'/questions/retired/[slug]'>) {
  const { slug } = await params
  const question = (await retiredQuestions()).get(slug) ?? notFound()
  const next = await waysOn(question)
  const topic = (await topics()).get(question.topic)
  return (
    <Apology
      title="This question is retired"
      actions={
        <>
          {topic && (
            <ButtonLink look="primary" href={`/topics/${topic.id}`}>
              {topic.title}
            </ButtonLink>
          )}
          <ButtonLink href="/questions">All questions</ButtonLink>
        </>
      }
    >
      <p>
        “{question.title}” is asked here no more. What you answered on it is kept, as it was, in{' '}
        <Link href="/progress#history">your history</Link>.
      </p>
      {next.length > 0 && (
        <>
          <p>Near it:</p>
          <ul>
            {next.map(({ slug: other, title }) => (
              <li key={other}>
                <Link href={`/questions/${other}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Apology>
  )
}

/** What it names as related, then its topic's newest; five at most. */
async function waysOn({ related, topic }: Question): Promise<Question[]> {
  const all = [...(await questions()).values()]
  const named = all.filter(({ id }) => related.includes(id))
  const alike = all.filter((each) => each.topic === topic && !named.includes(each))
  return [...named, ...alike].slice(0, 5)
}
