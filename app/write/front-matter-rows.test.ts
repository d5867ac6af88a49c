import { expect, test } from 'vitest'
import { frontMatterSchema } from '#lib/content/front-matter.ts'
import { FRONT_MATTER } from './front-matter-rows.ts'

test('the page names every key of the front matter, in the order of the contract', () => {
  expect(FRONT_MATTER.map(([key]) => key)).toEqual(Object.keys(frontMatterSchema.shape))
})
