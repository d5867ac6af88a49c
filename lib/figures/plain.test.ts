import { expect, test, vi } from 'vitest'
import { fitPath, prepare } from '#lib/solver/index.ts'
import { defaults, type Figure, type State } from './figure.ts'
import { figures } from './index.ts'

/* The policy of a page does not let it compile WebAssembly, and a browser reports each attempt. The
   solver tries only for data that are larger than those of any figure. */

const compiled = vi.spyOn(WebAssembly, 'Module')

/** The state that a reader meets, and for each choice all numbers at their ends. */
function corners(figure: Figure): State[] {
  const start = defaults(figure)
  const fields = Object.entries(figure.fields)
  const at = (end: 'min' | 'max') => ({
    ...start,
    ...Object.fromEntries(
      fields.flatMap(([name, field]) => (field.kind === 'number' ? [[name, field[end]]] : [])),
    ),
  })
  const choices = fields.flatMap(([name, field]) =>
    field.kind === 'choice' ? field.options.map(({ value }) => ({ [name]: value })) : [],
  )
  return [
    start,
    ...[{}, ...choices].flatMap((c) => [
      { ...at('min'), ...c },
      { ...at('max'), ...c },
    ]),
  ]
}

test.each(Object.values(figures).map((each) => each as unknown as Figure))(
  '$id computes all it can be asked without WebAssembly',
  { timeout: 60_000 },
  (figure) => {
    for (const state of corners(figure)) figure.compute(state)
    expect(compiled).not.toHaveBeenCalled()
  },
)

test('larger data do compile it: the look-out sees that', () => {
  const rows = Array.from({ length: 500 }, (_, i) =>
    Array.from({ length: 10 }, (_, j) => i % (j + 2)),
  )
  fitPath(
    prepare(
      rows,
      rows.map((_, i) => i % 7),
    ),
  )
  expect(compiled).toHaveBeenCalled()
})
