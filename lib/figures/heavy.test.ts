import { expect, test } from 'vitest'
import { heavy, heavyFigure } from './heavy.ts'
import { type Figure, figures } from './index.ts'

const all: Figure[] = Object.values(figures).map((each) => each as unknown as Figure)

test('the worker knows the heavy figures, each under its id, and no other', async () => {
  expect(Object.keys(heavy).toSorted()).toEqual(
    all
      .filter((each) => each.heavy)
      .map(({ id }) => id)
      .toSorted(),
  )
  for (const id of Object.keys(heavy)) expect((await heavyFigure(id)).id).toBe(id)
  await expect(heavyFigure('constructor')).rejects.toThrow('no figure “constructor”')
})
