'use client'

import '#app/_figure/figure.css'
import { type ReactNode, useId, useState } from 'react'
import { TableTwin } from '#app/_figure/table-twin.tsx'
import type { Table } from '#lib/figures/figure.ts'

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
      <figcaption className="fig-head">
        <b>Fig. {number}</b>
        <h2 id={id} className="fig-title">
          {title}
        </h2>
        {tables.length > 0 && (
          <span className="fig-tools">
            <button
              type="button"
              className="link-button"
              aria-pressed={isTable}
              onClick={() => setTable(!isTable)}
            >
              Table
            </button>
          </span>
        )}
      </figcaption>
      <div hidden={isTable}>{children}</div>
      {tables.length > 0 && <TableTwin tables={tables} shown={isTable} />}
      {collar.length > 0 && (
        <p className="fig-collar">
          {collar.map((phrase) => (
            <span key={phrase}>{phrase}</span>
          ))}
        </p>
      )}
      {below}
    </figure>
  )
}
