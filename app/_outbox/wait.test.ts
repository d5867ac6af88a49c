import { expect, test } from 'vitest'
import { againAfter } from './wait.ts'

const reply = (headers = {}) => ({ headers: new Headers(headers) })

test.each([
  ['no reply, the page is looked at', null, 0, true, 800, 1000],
  ['no reply, for the hundredth time', null, 100, true, 800, 1000],
  ['no reply, nobody looks', null, 0, false, 24_000, 30_000],
  ['a server that cannot, the first time', reply(), 0, true, 1000, 1300],
  ['and again', reply(), 3, true, 8000, 10_400],
  ['and for ever', reply(), 1000, true, 30_000, 39_000],
  ['a server that says when', reply({ 'Retry-After': '12' }), 0, true, 12_000, 15_600],
  ['a server that says a date', reply({ 'Retry-After': 'Mon, 30 Nov 2026' }), 0, true, 1000, 1300],
])('%s', (_, from, failures, isSeen, low, high) => {
  for (const chance of [0, 0.5, 0.999]) {
    const wait = againAfter(from, failures, isSeen, chance)
    expect(wait).toBeGreaterThanOrEqual(low)
    expect(wait).toBeLessThanOrEqual(high)
  }
})
