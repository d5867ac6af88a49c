import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Link } from '#app/_ui/link.tsx'
import { type FigureId, figures } from '#lib/figures/index.ts'
import { demos } from '#app/demos/index.tsx'
import styles from '#app/demos/gallery.module.css'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ s?: string | string[] }>
}

/** Only these: any other id is the site's own page for what does not exist. */
export const dynamicParams = false

export function generateStaticParams() {
  return Object.keys(figures).map((id) => ({ id }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const figure = figureOf((await params).id)
  return {
    title: figure?.title ?? 'No such figure',
    alternates: { canonical: figure && `/demos/${figure.id}` },
  }
}

/** One figure in the state that the address carries; the address then follows the figure. */
export default async function DemoPage({ params, searchParams }: Props) {
  const figure = figureOf((await params).id) ?? notFound()
  const { s = '' } = await searchParams
  const state = Array.isArray(s) ? (s[0] ?? '') : s
  const Demo = demos[figure.id as FigureId]
  return (
    <article className={`page ${styles.gallery}`}>
      <p className="small dim">
        <Link href="/demos">Live figures</Link>
      </p>
      <h1 className="title">{figure.title}</h1>
      <Demo key={state} state={state} title="" follow />
    </article>
  )
}

function figureOf(id: string) {
  return Object.hasOwn(figures, id) ? figures[id as FigureId] : undefined
}
