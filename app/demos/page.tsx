import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Link } from '#app/_ui/link.tsx'
import { defaults } from '#lib/figures/figure.ts'
import { type FigureId, figures } from '#lib/figures/index.ts'
import { geometryBox, GeometryPlot } from './geometry-plot.tsx'
import { pathsBox, PathsPlot, scalesOf } from './paths-plot.tsx'
import styles from './gallery.module.css'
import '#app/_figure/figure.css'

export const metadata: Metadata = {
  title: 'Live figures',
  description: 'Every figure of Ridgeline, computed by one solver and open to be moved.',
}

export default function DemosPage() {
  return (
    <article className={`page ${styles.gallery}`}>
      <h1 className="title">Live figures</h1>
      <p className={styles.lead}>
        Each one computes what it draws. Move anything: the address of a figure carries its state,
        so a link shows exactly what you see.
      </p>
      <ul className={styles.list}>
        {Object.values(figures).map(({ id, title }) => (
          <li key={id}>
            <Link href={`/demos/${id}`}>
              {thumbnails[id as FigureId]()}
              <h2 className="label">{title}</h2>
            </Link>
          </li>
        ))}
      </ul>
    </article>
  )
}

/** The first panel of each figure at its start, drawn here and sent as it is. */
const thumbnails: Record<FigureId, () => ReactNode> = {
  geometry() {
    const result = figures.geometry.compute(defaults(figures.geometry))
    return <GeometryPlot result={result} shown={[result.l1]} box={geometryBox(308, 0.9)} />
  },
  paths() {
    const result = figures.paths.compute(defaults(figures.paths))
    const box = pathsBox(308, 0.9)
    return (
      <PathsPlot
        curve={result.curves[0]}
        model={result.l1}
        truth={result.truth}
        scales={scalesOf(result.curves, box)}
        box={box}
      />
    )
  },
}
