import type { ReactNode } from 'react'
import type { Method } from '#app/_ui/method-mark.tsx'
import { MethodName } from './readout.tsx'

/** One drawing under the marks of its methods, with its handles over it. */
export function Panel({
  methods,
  plot,
  children,
}: {
  methods: readonly Method[]
  plot: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="fig-panel">
      <p className="fig-panel-title">
        {methods.map((method) => (
          <MethodName key={method} method={method} />
        ))}
      </p>
      <div className="fig-canvas">
        {plot}
        {children}
      </div>
    </div>
  )
}
