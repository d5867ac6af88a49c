import { useEffect, useMemo, useState } from 'react'
import type { Fields, Figure, Moment, State } from '#lib/figures/figure.ts'
import { compute, startResult } from './computer.ts'
import { latest } from './latest.ts'

/**
 * What is drawn: for most figures the state itself, computed while it is drawn; for a heavy one the
 * last state that the worker has answered, which follows.
 * @param wanted the text of the first state
 */
export function useMoment<F extends Fields, R>(
  figure: Figure<F, R>,
  state: State<F>,
  wanted: string,
): Moment<F, R> {
  const [followed, setFollowed] = useState<Moment<F, R> | undefined>(
    () => figure.heavy && { state, result: startResult(figure, state, wanted) },
  )
  const [queue] = useState(() =>
    latest((of: State<F>) => compute(figure, of), {
      answered: (of, result) => setFollowed({ state: of, result }),
      failed(error) {
        // Thrown while drawing, an error reaches the figure's boundary.
        setFollowed(() => {
          throw error
        })
      },
    }),
  )
  const followedState = followed?.state
  useEffect(() => {
    if (followedState === undefined || followedState === state) queue.drop()
    else queue.want(state)
  }, [queue, state, followedState])
  useEffect(() => queue.drop, [queue])
  const direct = useMemo(
    () => (figure.heavy ? undefined : { state, result: figure.compute(state) }),
    [figure, state],
  )
  return (direct ?? followed)!
}
