import type { Metadata } from 'next'
import { Link } from '#app/_ui/link.tsx'
import { type FigureId, figures } from '#lib/figures/index.ts'
import { thumbnails } from './thumbnails.tsx'
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
