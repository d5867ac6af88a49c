'use client'

import '#app/_figure/figure.css'
import { type ReactNode, useId, useState } from 'react'
import { TableTwin } from '#app/_figure/table-twin.tsx'
import type { Table } from '#lib/figures/figure.ts'
import { Collar, FigHead } from './fig-head.tsx'

/** A drawing with its number, its numbers as a table, and what one has to know to read it. */
export function Plate({
  number,
  title,
  tables,
  collar = [],
  children,
  below,
}: {
  number: number
  title: string
  /** none: there is nothing to draw yet */
  tables: readonly Table[]
  collar?: readonly string[]
  children: ReactNode
  below?: ReactNode
}) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  return (
    <figure className="fig" aria-labelledby={id}>
      <FigHead
        {...{ id, number, title }}
        numbers={
          tables.length > 0 ? { word: 'Table', isShown: isTable, show: setTable } : undefined
        }
      />
      <div hidden={isTable}>{children}</div>
      {tables.length > 0 && <TableTwin tables={tables} shown={isTable} />}
      {collar.length > 0 && <Collar phrases={collar} />}
      {below}
    </figure>
  )
}
