import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { figureId, FigurePage } from '#app/demos/figure-page.tsx'
import { figures } from '#lib/figures/index.ts'

export async function generateMetadata({
  params,
}: PageProps<'/demos/[id]/drawn'>): Promise<Metadata> {
  const id = figureId((await params).id) ?? notFound()
  return { title: figures[id].title, alternates: { canonical: `/demos/${id}` } }
}

/** One figure in the state that the address carries, drawn by the server for this request. */
export default async function DrawnPage({ params, searchParams }: PageProps<'/demos/[id]/drawn'>) {
  const id = figureId((await params).id) ?? notFound()
  const { s = '' } = await searchParams
  return <FigurePage id={id} state={Array.isArray(s) ? (s[0] ?? '') : s} />
}
