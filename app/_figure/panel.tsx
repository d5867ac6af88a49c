import type { ReactNode } from 'react'
import type { Method } from '#app/_ui/method-mark.tsx'
import { MethodName } from './readout.tsx'

/** One drawing under the marks of its methods, with its handles over it. */
export function Panel({
  methods,
  title,
  plot,
  children,
}: {
  methods: readonly Method[]
  /** what is drawn, where the methods alone do not say it */
  title?: string
  plot: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="fig-panel">
      <p className="fig-panel-title">
        {methods.map((method) => (
          <MethodName key={method} method={method} />
        ))}
        {title !== undefined && <span className="fig-subject">{title}</span>}
      </p>
      <div className="fig-canvas">
        {plot}
        {children}
      </div>
    </div>
  )
}
