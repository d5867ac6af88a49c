import { expect, test } from 'vitest'
import { termsIn } from '#lib/search/words.ts'
import { synonyms } from './synonyms.ts'

test('the groups are in their form, and no phrase stands in two of them', async () => {
  const groups = await synonyms()
  const phrases = groups.flatMap((group) => group.map((phrase) => termsIn(phrase).join(' ')))
  expect(phrases).not.toContain('')
  expect(phrases.filter((phrase, nth) => phrases.indexOf(phrase) < nth)).toEqual([])
})

test('without the file there are none', async () => {
  expect(await synonyms('/nowhere')).toEqual([])
})
