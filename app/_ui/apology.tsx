import type { ReactNode } from 'react'

/**
 * A whole page that could not be given: what happened, what was kept, what to do. Every page carries
 * it for the case of need, so it is small, and its style is in globals.css.
 */
export function Apology({
  title,
  actions,
  children,
}: {
  title: string
  actions: ReactNode
  children: ReactNode
}) {
  return (
    <div className="page apology">
      <h1 className="title">{title}</h1>
      {children}
      <div>{actions}</div>
    </div>
  )
}
