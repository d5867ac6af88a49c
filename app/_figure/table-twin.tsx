import { memo } from 'react'
import { MethodMark } from '#app/_ui/method-mark.tsx'
import type { Table } from '#lib/figures/figure.ts'
import { decimal } from '#lib/figures/number.ts'
import { Symbols } from './symbols.tsx'

/** The numbers of the drawing. Always in the document; `shown` decides whether also on the screen. */
export const TableTwin = memo(function TableTwin({
  tables,
  shown,
  behind = false,
}: {
  tables: readonly Table[]
  shown: boolean
  /** whether the drawing has moved on already */
  behind?: boolean
}) {
  return (
    <div
      className={shown ? 'fig-tables' : 'fig-tables visually-hidden'}
      role="region"
      aria-label="The numbers of the drawing"
      aria-busy={behind}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a phone
      tabIndex={shown ? 0 : undefined}
    >
      {tables.map(({ caption, columns, rows }) => (
        <table key={caption}>
          <caption>
            <Symbols text={caption} />
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Quantity</span>
              </th>
              {columns.map(({ label, method }) => (
                <th key={label} scope="col" className={method && `fig-${method}`}>
                  {method && <MethodMark method={method} size={9} />} {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([heading, ...cells], row) => (
              // two penalties may be written alike
              <tr key={`${row} ${heading}`}>
                <th scope="row">
                  <Symbols text={heading} />
                </th>
                {cells.map((cell, i) => (
                  <td key={columns[i]?.label}>{written(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
})

/** Counts and given numbers as they are, what was computed to three decimals. */
function written(cell: number | string): string {
  if (typeof cell === 'string') return cell
  return decimal(cell, Number.isInteger(cell) ? 0 : 3)
}
