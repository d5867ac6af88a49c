import { parse } from 'yaml'
import { expect, test } from 'vitest'
import { decodeState, figureById } from '#lib/figures/index.ts'
import { keyedSchema, score } from '#lib/quiz/grade/item.ts'
import { rightResponse, wrongResponse } from '#lib/quiz/grade/right-response.ts'
import { examples, examplesFrom } from './kinds.ts'

const all = await examples()
const kinds = all.map(({ item }) => item.kind)

test('the gallery has every kind once', () => {
  expect(kinds.toSorted()).toEqual(
    'claim fill matching multiple numeric ordering plot predict single spot task'.split(' '),
  )
})

test.each(all)('$item.kind: what is copied from the gallery is the item', ({ item, source }) => {
  const [copied] = parse(`items:\n${source}\n`).items
  expect(keyedSchema.parse(copied)).toEqual(item)
})

test.each(all)('$item.kind can be answered right, and wrong', ({ item }) => {
  expect(score(item, rightResponse(item), 0)).toMatchObject({ feedback: { score: { low: 1 } } })
  if (item.kind !== 'predict')
    expect(score(item, wrongResponse(item), 0)).toMatchObject({ feedback: { score: { low: 0 } } })
})

test('the figure of the plot is in the state that its why speaks of', () => {
  const { item } = all.find((each) => each.item.kind === 'plot')!
  if (item.kind !== 'plot') throw new Error(item.kind)
  const figure = figureById(item.demo)!
  const { state, notes } = decodeState(figure, item.state)
  expect(notes).toEqual([])
  // Noise is kept exactly in the region that is right.
  for (const { x, right } of item.regions)
    for (const lambda of x)
      expect(figure.named(figure.compute({ ...state, lambda }))['noiseKept']! > 0).toBe(
        right === true,
      )
})

test('a broken example says where', () => {
  const text =
    '- about: One.\n  item:\n    id: one\n    kind: spot\n    prompt: Which?\n    why: So.\n'
  expect(() => examplesFrom(text)).toThrow(/^ContentError|content\/kinds\.yaml:3:5/)
})
