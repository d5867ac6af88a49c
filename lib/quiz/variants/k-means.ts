import 'server-only'
import { z } from 'zod'
import { distinct, generator } from './generator.ts'
import { listed, written } from './words.ts'

const line = Array.from({ length: 16 }, (_, i) => i + 1)

/** One step of Lloyd's algorithm on a line: assign to the nearer centre, then move to the means. */
export const kMeans = generator({
  kind: 'numeric',
  asks: 'One step of k-means on six numbers: where a centre moves to.',
  params: z.strictObject({}),
  /** The centres first, then two to four points on either side of their middle, none upon it. */
  draw(dice) {
    const low = dice.int(1, 6)
    const high = low + dice.int(4, 9)
    const middle = (low + high) / 2
    const left = dice.shuffle(line.filter((point) => point < middle))
    const right = dice.shuffle(line.filter((point) => point > middle))
    const onLeft = dice.int(2, Math.min(4, left.length))
    return {
      points: [...left.slice(0, onLeft), ...right.slice(0, 6 - onLeft)].toSorted((a, b) => a - b),
      low,
      high,
      asked: dice.pick(['lower', 'upper']),
    }
  },
  /** Nobody stands half-way, both centres have two points or more, and the step goes somewhere. */
  clarity({ points, low, high }) {
    const middle = (low + high) / 2
    const left = points.filter((point) => point < middle)
    const gap = Math.min(...points.map((point) => Math.abs(point - middle)))
    if (left.length < 2 || left.length > points.length - 2) return 0
    return gap / 0.4
  },
  item({ points, low, high, asked }) {
    const middle = (low + high) / 2
    const isLeft = (point: number) => point < middle
    const mine = points.filter((point) => isLeft(point) === (asked === 'lower'))
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
    const old = asked === 'lower' ? low : high
    const answer = mean(mine)
    const half = asked === 'lower' ? points.slice(0, 3) : points.slice(3)
    return {
      kind: 'numeric',
      prompt: `One step of k-means on a line, with k = 2: assign, then move. The points are ${listed(points.map((each) => written(each)))}; the centres stand at ${low} and ${high}. Where is the ${asked} centre now? Two decimals.`,
      answer,
      abs: 0.01,
      named: distinct({ answer, abs: 0.01 }, [
        {
          value: mean([...mine, old]),
          message: 'The old centre is no point: only its points are averaged.',
        },
        {
          value: (answer + old) / 2,
          message: 'The centre moves all the way to the mean of its points.',
        },
        {
          value: mean([mine[0]!, mine.at(-1)!]),
          message: 'That is the middle of its range: k-means takes the mean of its points.',
        },
        {
          value: mean(half),
          message: 'That deals three points to each: a point goes to the nearer centre.',
        },
        { value: old, message: 'That is where it was before the step.' },
      ]),
      why: `Half-way between the centres is ${written(middle)}. The ${asked} centre gets ${listed(mine.map((each) => written(each)))}, whose mean is ${written(answer, 3)}.`,
    }
  },
})
