import type { ReactNode } from 'react'
import { Link } from '#app/_ui/link.tsx'
import { Symbols } from '#app/_figure/symbols.tsx'
import { type FigureId, figures } from '#lib/figures/index.ts'
import { notices } from '#lib/figures/notices.ts'
import { demos } from './index.tsx'
import styles from './gallery.module.css'

/** One figure, alone on its page; the page's address follows its state. Inside: why one is here. What to
 *  notice is true of its start. */
export function FigurePage({
  id,
  state = '',
  children,
}: {
  id: FigureId
  state?: string
  children?: ReactNode
}) {
  const Demo = demos[id]
  return (
    <article className={`page ${styles.gallery}`}>
      <p className="small dim">
        <Link href="/demos">Live figures</Link>
      </p>
      <h1 className="title">{figures[id].title}</h1>
      {children}
      <Demo key={state} state={state} title="" follow>
        {state === '' ? (
          <ul>
            {notices[id].map(({ says }) => (
              <li key={says}>
                <Symbols text={says} />
              </li>
            ))}
          </ul>
        ) : undefined}
      </Demo>
    </article>
  )
}

/** The id of a figure that there is. */
export function figureId(id: string): FigureId | null {
  return Object.hasOwn(figures, id) ? (id as FigureId) : null
}
