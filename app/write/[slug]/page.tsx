import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isAuthor } from '#lib/auth/author.ts'
import { openSource, problemsOf } from '#lib/content/workbench.ts'
import { Workbench } from './workbench.tsx'

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps<'/write/[slug]'>): Promise<Metadata> {
  return { title: `${(await params).slug}.mdx · Write`, robots: { index: false } }
}

/** A question's source beside the page that it makes. Follows the file while developing. */
export default async function SourcePage({ params, searchParams }: PageProps<'/write/[slug]'>) {
  if (!(await isAuthor())) notFound()
  const { slug } = await params
  const source = (await openSource(slug)) ?? notFound()
  const { path, text, question } = source.file
  return (
    <Workbench
      slug={slug}
      path={path}
      text={text}
      problems={await problemsOf(source)}
      savedAt={source.savedAt.toISOString().slice(11, 16)}
      status={question?.status ?? null}
      seed={seedIn((await searchParams)['seed'])}
      isLive={process.env.NODE_ENV === 'development'}
    />
  )
}

/** Of the items at first: a reader's report names it. */
function seedIn(text: string | string[] | undefined): number {
  const seed = Math.trunc(Number(text ?? 1))
  return seed >= 0 && seed < 2 ** 31 ? seed : 1
}
