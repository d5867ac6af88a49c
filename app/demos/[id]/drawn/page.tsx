import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { figureId, FigurePage } from '#app/demos/figure-page.tsx'
import { figures } from '#lib/figures/index.ts'
import { Refutation } from './refutation.tsx'

export async function generateMetadata({
  params,
}: PageProps<'/demos/[id]/drawn'>): Promise<Metadata> {
  const id = figureId((await params).id) ?? notFound()
  return { title: figures[id].title, alternates: { canonical: `/demos/${id}` } }
}

/** One figure in the state that the address carries, drawn by the server for this request. */
export default async function DrawnPage({ params, searchParams }: PageProps<'/demos/[id]/drawn'>) {
  const id = figureId((await params).id) ?? notFound()
  const { s, refutes } = await searchParams
  const state = one(s)
  return (
    <FigurePage id={id} state={state}>
      <Refutation demo={id} state={state} of={one(refutes)} />
    </FigurePage>
  )
}

function one(given: string | string[] | undefined): string {
  return (Array.isArray(given) ? given[0] : given) ?? ''
}
