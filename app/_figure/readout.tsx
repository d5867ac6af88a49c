import { type Method, MethodMark, methods } from '#app/_ui/method-mark.tsx'
import { Symbols } from './symbols.tsx'

/** The results in a small table, each method under its mark. Cells are written as they shall read. */
export function Readout({
  shown,
  rows,
}: {
  shown: readonly Method[]
  rows: readonly (readonly [string, ...string[]])[]
}) {
  return (
    <table className="fig-readout">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Quantity</span>
          </th>
          {shown.map((method) => (
            <th key={method} scope="col" className={`fig-${method}`}>
              <MethodName method={method} short />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([heading, ...cells]) => (
          <tr key={heading}>
            <th scope="row">
              <Symbols text={heading} />
            </th>
            {cells.map((cell, i) => (
              <td key={shown[i]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Mark and word, in the method's hue. */
export function MethodName({ method, short = false }: { method: Method; short?: boolean }) {
  const { name, title } = methods[method]
  return (
    <span className={`fig-method fig-${method}`}>
      <MethodMark method={method} />
      {!short && title}
      {short && (method === 'en' ? <abbr title={name}>EN</abbr> : name)}
    </span>
  )
}
