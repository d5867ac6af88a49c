import { type Findable, levels } from './entry.ts'

/**
 * Questions of realistic length with nothing in them, for tests and benchmarks of size and speed: titles
 * of 6 to 12 words, summaries of 40 to 60, 4 to 11 key points of 10 to 24. Half of the words are the
 * commonest of English, the others follow Zipf's law, a third of them over the 150 words of the
 * question's topic. That leaves some 65 terms an answer that its title does not have, as technical prose
 * of the same length has; invented syllables compress worse than real words.
 */
export function synthetic(count: number, seed = 1): Findable[] {
  const random = mulberry(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const invent = () => Array.from({ length: between(2, 4) }, () => pick(SYLLABLES)).join('')
  const shared = Array.from({ length: 3000 }, invent)
  const topics = Array.from({ length: 12 }, () => Array.from({ length: 150 }, invent))
  const zipf = (list: readonly string[]) => list[Math.floor(list.length ** random()) - 1]!
  const text = (words: number, topic: readonly string[]) =>
    Array.from({ length: words }, () =>
      random() < 0.48 ? pick(COMMON) : zipf(random() < 1 / 3 ? topic : shared),
    ).join(' ')
  return Array.from({ length: count }, (_, nth): Findable => {
    const topic = between(0, topics.length - 1)
    const words = topics[topic]!
    const title = `${text(between(6, 12), words)}?`
    const named = random() < 0.8 ? title.split(/\W+/).slice(0, 5) : text(5, words).split(' ')
    return {
      id: `top${topic}-${String(nth).padStart(4, '0')}`,
      slug: `${named.join('-').toLowerCase()}-${nth}`,
      title,
      topic: `topic-${topic}`,
      levels: levels.filter((_level, at) => random() < 0.6 || at === nth % 3),
      roles: ROLES.filter((_role, at) => random() < 0.4 || at === nth % 6),
      kind: pick(['concept', 'derivation', 'numeric', 'debug', 'case', 'plot-reading']),
      minutes: between(3, 20),
      companies: random() < 0.2 ? [pick(['acme', 'globex', 'initech', 'umbrella', 'hooli'])] : [],
      figure: random() < 0.5,
      tags: `Topic ${words[0]}`,
      summary: text(between(40, 60), words),
      points: Array.from({ length: between(4, 11) }, () => text(between(10, 24), words)).join(' '),
    }
  })
}

/** A small generator with a seed: uniform in [0, 1). After Tommy Ettinger's mulberry32. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const ROLES = ['scientist', 'analyst', 'engineer', 'applied', 'research', 'intern']
const COMMON = 'the of a is to and in that it for as with are by not on each when than how'.split(
  ' ',
)
const SYLLABLES =
  `ba ce di fo gu la me ni po ru sa te vi zo ta re mi no ter ing al tion per con ment tic
  lin mod var est ran log gra sim nor dis ple ver tri pro cor`.split(/\s+/)
