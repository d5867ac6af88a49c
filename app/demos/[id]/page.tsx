import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { figureId, FigurePage } from '#app/demos/figure-page.tsx'
import { figures } from '#lib/figures/index.ts'

/** Only these: any other id is the site's own page for what does not exist. */
export const dynamicParams = false

export function generateStaticParams() {
  return Object.keys(figures).map((id) => ({ id }))
}

export async function generateMetadata({ params }: PageProps<'/demos/[id]'>): Promise<Metadata> {
  const id = figureId((await params).id) ?? notFound()
  return { title: figures[id].title, alternates: { canonical: `/demos/${id}` } }
}

/** One figure as it starts. An address with a state (`?s=`) is drawn by `drawn/`, see next.config.js. */
export default async function DemoPage({ params }: PageProps<'/demos/[id]'>) {
  return <FigurePage id={figureId((await params).id) ?? notFound()} />
}
