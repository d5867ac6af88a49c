import type { MouseEvent, ReactNode } from 'react'
import { type Filters, writeFilters } from '#lib/search/filters.ts'

export type Choose = (filters: Filters) => void

type Props = { to: Filters; onChoose: Choose; className?: string | undefined; children: ReactNode }

/** Another list: a link to it, which a script takes at once and without a request. */
export function Choice({ to, onChoose, className, children }: Props) {
  function take(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onChoose(to)
  }
  return (
    <a href={`/questions${writeFilters(to)}`} className={className} onClick={take}>
      {children}
    </a>
  )
}
