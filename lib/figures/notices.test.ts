import { describe, expect, test } from 'vitest'
import { evaluate, parse } from './expression.ts'
import { defaults, type Figure } from './figure.ts'
import { type FigureId, figures } from './index.ts'
import { notices } from './notices.ts'
import { scopeOf } from './scope.ts'

describe.each(Object.keys(figures) as FigureId[])('%s', (id) => {
  const figure = figures[id] as unknown as Figure

  test.each(notices[id].map(({ says, shows }) => [says, shows]))('%s', (says, shows) => {
    const { holds, seen } = evaluate(parse(shows), scopeOf(figure, defaults(figure)))
    expect(holds, JSON.stringify([...seen])).toBe(true)
    // No number of the sentence is left unproved.
    const numbers = says.replaceAll(/β\d|10⁻⁶/gu, '').match(/\d+\.\d+|\d+(?=%)/gu) ?? []
    for (const number of numbers) expect(shows).toContain(number)
  })

  test('has two to four of them', () => {
    expect(notices[id].length).toBeGreaterThanOrEqual(2)
    expect(notices[id].length).toBeLessThanOrEqual(4)
  })
})
