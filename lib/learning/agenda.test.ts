import { expect, test } from 'vitest'
import { agenda } from './agenda.ts'
import type { Waiting } from './queue.ts'
import { newCard } from './schedule.ts'

const now = new Date('2026-11-23T18:00:00Z')
const o = { now, timeZone: 'UTC', cap: 5, firstDay: [], length: 4 }

/** @param day from today on, at noon */
function due(day: number, minutes = 3): Waiting {
  const card = newCard({ questionId: `q-${day}`, keyPointId: '' }, now)
  return {
    card: { ...card, due: new Date(now.getTime() + (day * 24 - 6) * 3_600_000) },
    weight: 1,
    minutes,
  }
}

test('each card on its day, today as the queue offers it', () => {
  const [a, b, c] = [due(0), due(1), due(3)]
  expect(agenda([a, b, c], { ...o, firstDay: [a] })).toEqual([
    { day: '2026-11-23', cards: 1, minutes: 3 },
    { day: '2026-11-24', cards: 1, minutes: 3 },
    { day: '2026-11-25', cards: 0, minutes: 0 },
    { day: '2026-11-26', cards: 1, minutes: 3 },
  ])
})

test('what is over a day’s minutes is offered on the next, and nothing is lost', () => {
  const three = [due(1), due(1), due(1)]
  expect(agenda(three, o).map(({ cards }) => cards)).toEqual([0, 1, 1, 1])
  expect(agenda(three, { ...o, cap: 6 }).map(({ cards }) => cards)).toEqual([0, 2, 1, 0])
})

test('days are the reader’s own: an instant that is tomorrow in UTC is today further west', () => {
  const west = { ...o, now: new Date('2026-11-24T06:30:00Z'), timeZone: 'America/Los_Angeles' }
  expect(agenda([due(1)], west)[0]).toMatchObject({ day: '2026-11-23' })
  expect(agenda([due(1)], west)[1]).toEqual({ day: '2026-11-24', cards: 1, minutes: 3 })
})
