import { Readout } from '#app/_figure/readout.tsx'
import { decimal, penalty } from '#lib/figures/number.ts'
import { height } from '#lib/figures/optimisers-sentences.ts'
import { iterations, labels, methods, pointAt } from '#lib/figures/optimisers-walks.ts'
import type { Optimisers as Live } from './optimisers-controls.tsx'

/** The method that is shown, and how all five are doing. */
export function RaceReadout({ live: { drawn, result } }: { live: Live }) {
  const { k, method } = drawn
  const at = pointAt(result.walks[method].points, k)
  const { minimum, walks } = result
  return (
    <>
      <Readout
        shown={[{ word: 'here' }, { word: 'minimum' }]}
        rows={[
          ['β1', decimal(at[0]), decimal(minimum.at[0])],
          ['β2', decimal(at[1]), decimal(minimum.at[1])],
          ['Loss above', height(walks[method].above[k]!), '0'],
        ]}
      />
      <Readout
        shown={[{ word: 'zeros' }, { word: 'steps to 10⁻⁶' }]}
        rows={methods.map((each) => {
          const { points, reached } = walks[each]
          const zeros = pointAt(points, k).filter((b) => b === 0).length
          const within = reached > iterations ? `over ${iterations}` : `${reached}`
          return [labels[each], `${zeros}`, within] as const
        })}
      />
    </>
  )
}

/** Gradient descent where it is stopped, and ridge at the penalty that matches. */
export function StoppingReadout({ live: { drawn, result } }: { live: Live }) {
  const { stopping } = result
  const at = pointAt(stopping.points, drawn.k)
  const matched = pointAt(stopping.ridge, drawn.k - 1)
  const { descent, ridge } = stopping.shares[drawn.k - 1]!
  return (
    <Readout
      shown={[{ word: 'descent' }, 'l2']}
      rows={[
        ['Iterations', `${drawn.k}`, ''],
        ['Penalty λ', '', penalty(stopping.lambdas[drawn.k - 1]!)],
        ['β1', decimal(at[0]), decimal(matched[0])],
        ['β2', decimal(at[1]), decimal(matched[1])],
        ['Share, steep', decimal(descent[0]), decimal(ridge[0])],
        ['Share, flat', decimal(descent[1]), decimal(ridge[1])],
      ]}
    />
  )
}
