import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { layouts, type Layout } from './layout.ts'

/**
 * Draws the plots for the room there is. The server knows no width: it draws both layouts at their
 * usual one, and the style sheet shows the one that fits, scaled. In the browser the one in sight is
 * then drawn again at its true width, in a box of the same shape: letters become exact, nothing moves.
 */
export function Panels({ children }: { children: (layout: Layout, width: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [fitted, setFitted] = useState<{ layout: Layout; width: number }>()
  useLayoutEffect(() => {
    const element = box.current!
    const observer = new ResizeObserver(() => {
      const next = fit(element.clientWidth)
      if (next !== undefined)
        setFitted((now) => (now?.layout === next.layout && now.width === next.width ? now : next))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className="fig-panels">
      {(['wide', 'narrow'] as const)
        .filter((layout) => fitted === undefined || fitted.layout === layout)
        .map((layout) => (
          <div key={layout} className={`fig-${layout}`}>
            {children(layout, fitted?.width ?? layouts[layout].usual)}
          </div>
        ))}
    </div>
  )
}

/** @returns the layout and the width of one panel; nothing while the figure is hidden */
function fit(room: number): { layout: Layout; width: number } | undefined {
  if (room === 0) return undefined
  const layout = room >= layouts.wide.from ? 'wide' : 'narrow'
  const { most, columns, gap } = layouts[layout]
  return { layout, width: Math.min(most, (room - gap * (columns - 1)) / columns) }
}
