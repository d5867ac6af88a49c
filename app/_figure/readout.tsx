import { type Method, MethodMark, methods } from '#app/_ui/method-mark.tsx'
import { Symbols } from './symbols.tsx'

type Head = Method | { word: string }

/** The results in a small table, each method under its mark. Cells are written as they shall read. */
export function Readout({
  shown,
  rows,
}: {
  /** a method, or a word for what is none */
  shown: readonly Head[]
  rows: readonly (readonly [string, ...string[]])[]
}) {
  return (
    <table className="fig-readout">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Quantity</span>
          </th>
          {shown.map((head) =>
            typeof head === 'string' ? (
              <th key={head} scope="col" className={`fig-${head}`}>
                <MethodName method={head} short />
              </th>
            ) : (
              <th key={head.word} scope="col">
                <Symbols text={head.word} />
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(([heading, ...cells]) => (
          <tr key={heading}>
            <th scope="row">
              <Symbols text={heading} />
            </th>
            {cells.map((cell, i) => (
              <td key={i}>{cell}</td>
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
