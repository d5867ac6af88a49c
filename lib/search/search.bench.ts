import { bench, describe } from 'vitest'
import { makeEngine } from './engine.ts'
import { readFilters } from './filters.ts'
import { list } from './listing.ts'
import { pack } from './pack.ts'
import { synthetic } from './synthetic.ts'

const packed = pack(synthetic(600), [])
const engine = makeEngine(packed)
const around = { parents: {}, statuses: {} }
const [, word = ''] = engine.entries[7]!.title.split(' ').filter((each) => each.length > 4)
/** As somebody types two words. */
const typed = Array.from(`${word} cross`, (_letter, at) => `${word} cross`.slice(0, at + 1))

describe('600 questions', () => {
  bench('build', () => void makeEngine(packed))
  let key = 0
  bench('one key', () => void list(engine, readFilters(`q=${typed[key++ % typed.length]}`), around))
})
