import type { ReactNode } from 'react'

/**
 * A whole page that could not be given: what happened, what was kept, what to do. Its style is
 * in globals.css, since error.tsx and global-error.tsx, which every page carries, are written with it.
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
