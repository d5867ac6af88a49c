import { type ComponentType, type ReactNode, useEffect, useRef } from 'react'
import { Boundary } from '#app/_figure/boundary.tsx'
import type { FrameProps } from '#app/_figure/frame.tsx'
import { late } from '#app/_ui/late.tsx'
import type { FigureId } from '#lib/figures/index.ts'

export type DemoProps = Pick<FrameProps, 'guess' | 'ask' | 'locked' | 'goTo' | 'onAlive'> & {
  /** as in the figure's link; the default state if left out */
  state?: string
  /** its number on the page */
  figure?: number
  /** "" where the page itself carries it */
  title?: string
  /** whether the page's address follows the state: on the figure's own page */
  follow?: boolean
  /** unique on the page, where the figure has no number */
  name?: string
  /** hears of each state that a reader brings it to */
  onState?: (encoded: string) => void
  /** "What to notice" */
  children?: ReactNode
}

type DrawnProps = FrameProps & { state: string }

/** A figure that the server draws and that comes to life when a reader comes near. */
export function island(id: FigureId): ComponentType<DemoProps> {
  const Drawn = late<DrawnProps>(
    async () => bounded(await (await import('./loaders.ts')).loaders[id]()),
    async ({ state }) => (await import('./loaders.ts')).prepare(id, state),
  )

  return function Demo({ state = '', figure, children, ...rest }: DemoProps) {
    const drawn = useBoxed()
    return (
      <figure
        ref={drawn}
        className="fig"
        data-demo={id}
        id={figure === undefined ? undefined : `fig-${figure}`}
      >
        <Drawn {...rest} state={state} number={figure} notice={children} />
      </figure>
    )
  }
}

/**
 * Chromium (156) now and then leaves the contents of a size container without boxes when a font arrives while the
 * page is still being read: they are not seen, and no observer finds them. Drawn anew they are there.
 */
function useBoxed() {
  const drawn = useRef<HTMLElement>(null)
  useEffect(() => {
    const mend = () => {
      const figure = drawn.current!
      if (!isBoxed(figure) || isBoxed(figure.firstElementChild!)) return
      figure.style.display = 'none'
      void figure.offsetHeight
      figure.style.display = ''
    }
    mend()
    document.fonts.addEventListener('loadingdone', mend)
    return () => document.fonts.removeEventListener('loadingdone', mend)
  }, [])
  return drawn
}

function isBoxed(element: Element): boolean {
  return element.getClientRects().length > 0
}

function bounded(Figure: ComponentType<DrawnProps>): ComponentType<DrawnProps> {
  return function Bounded(props: DrawnProps) {
    return (
      <Boundary>
        <Figure {...props} />
      </Boundary>
    )
  }
}
