import type { Metadata } from 'next'
import { Apology } from '#app/_ui/apology.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Link } from '#app/_ui/link.tsx'
import { questions } from '#lib/content/questions.ts'

export const metadata: Metadata = { title: 'Not found' }

const shown = 5

export default async function NotFound() {
  const newest = [...(await questions()).values()].slice(0, shown)
  return (
    <Apology
      title="There is no page here"
      actions={
        <>
          <ButtonLink look="primary" href="/questions">
            All questions
          </ButtonLink>
          <ButtonLink href="/">Home</ButtonLink>
        </>
      }
    >
      <p>The address may have a slip in it, or the page has moved. Nothing of yours is affected.</p>
      {newest.length > 0 && (
        <>
          <p>{newest.length === 1 ? 'The newest question:' : 'The newest questions:'}</p>
          <ul>
            {newest.map(({ slug, title }) => (
              <li key={slug}>
                <Link href={`/questions/${slug}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Apology>
  )
}
