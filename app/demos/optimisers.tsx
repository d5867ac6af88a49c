import { Frame, type FrameProps } from '#app/_figure/frame.tsx'
import type { Guess } from '#app/_figure/guess.tsx'
import { Handle } from '#app/_figure/handle.tsx'
import { Panel } from '#app/_figure/panel.tsx'
import { Panels } from '#app/_figure/panels.tsx'
import { planeBox, planeOf } from '#app/_figure/plane.tsx'
import { useFigure } from '#app/_figure/use-figure.ts'
import { decimal } from '#lib/figures/number.ts'
import { optimisers } from '#lib/figures/optimisers.ts'
import { curvaturesOf, lipschitz } from '#lib/figures/optimisers-loss.ts'
import { words } from '#lib/figures/optimisers-walks.ts'
import { type Optimisers as Live, OptimisersControls } from './optimisers-controls.tsx'
import { StoppingPlot, WalkPlot } from './optimisers-ground.tsx'
import { alongOf, heightsBox, HeightsPlot } from './optimisers-heights.tsx'
import { penaltyOf } from './optimisers-plane.ts'
import { RaceReadout, StoppingReadout } from './optimisers-readout.tsx'
import { SharesPlot } from './optimisers-shares.tsx'

const { fields } = optimisers

export function Optimisers({ state, ...frame }: FrameProps & { state: string }) {
  const live = useFigure(optimisers, state, frame)
  const race = live.drawn.view === 'race'
  return (
    <Frame
      {...frame}
      live={live}
      controls={<OptimisersControls live={live} />}
      plots={
        <Panels>
          {(layout, width) => (
            <>
              <Plane
                live={live}
                width={width}
                shape={layout === 'wide' ? 0.985 : 0.94}
                guess={frame.guess}
              />
              <Along live={live} width={width} shape={layout === 'wide' ? 0.985 : 0.8} />
            </>
          )}
        </Panels>
      }
      readout={race ? <RaceReadout live={live} /> : <StoppingReadout live={live} />}
      collar={[...collar(live), 'Drag, arrow keys, or type a value']}
    />
  )
}

function collar({ drawn: { view, rho, step }, result: { loss } }: Live): string[] {
  if (view === 'race')
    return [
      'Contours: equal penalised loss',
      `L = ${decimal(lipschitz(loss))}: largest curvature of the smooth part. Up to 2/L no step of ISTA climbs; FISTA is proved up to 1/L`,
      'Coordinate: one of the two at a time, each to its best',
      'Gradient: sign(β) for the derivative of |β|. Subgradient: the same, its steps over √k',
    ]
  const [steep, flat] = curvaturesOf(rho)
  return [
    'Contours: equal squares. Dots and dashes: gradient descent from 0. Line: ridge',
    `Compared at λ = 1/(s · k), step s = ${decimal(step)}/${decimal(steep)}`,
    `Shares of least squares: 1 − (1 − s·d)^k and d/(d + λ), curvature d = ${decimal(steep)} (steep) or ${decimal(flat)} (flat)`,
  ]
}

/** The landscape, with the start to take hold of; where that is 0, least squares. */
function Plane({
  live,
  width,
  shape,
  guess,
}: {
  live: Live
  width: number
  shape: number
  guess: Guess | undefined
}) {
  const { drawn, state, start, result, set } = live
  const box = planeBox(width, shape)
  const { x, y } = planeOf(box)
  const race = drawn.view === 'race'
  const [first, second] = race ? (['s1', 's2'] as const) : (['b1', 'b2'] as const)
  const move = (b1: number, b2: number) => set({ [first]: b1, [second]: b2 })
  const { min, max, step } = fields[first]
  const Plot = race ? WalkPlot : StoppingPlot
  return (
    <Panel
      methods={[race ? penaltyOf(result.loss) : 'l2']}
      title={race ? words[drawn.method] : 'gradient descent from 0'}
      plot={<Plot result={result} box={box} guess={guess} />}
    >
      <Handle
        box={box}
        label={race ? 'Start' : 'Least-squares point'}
        value={{ now: state[first], min, max }}
        text={`β1 ${decimal(state[first])}, β2 ${decimal(state[second])}`}
        at={{ x: box.left + x(state[first]), y: box.top + y(state[second]) }}
        onDrag={(to) => move(x.invert(to.x - box.left), y.invert(to.y - box.top))}
        onNudge={(by) => move(state[first] + by.x * step, state[second] + by.y * step)}
        onHome={() => move(start[first], start[second])}
      />
    </Panel>
  )
}

/** Against the iterations, with the cursor to take hold of. */
function Along({ live, width, shape }: { live: Live; width: number; shape: number }) {
  const { drawn, state, start, result, set } = live
  const box = heightsBox(width, shape)
  const x = alongOf(box)
  const race = drawn.view === 'race'
  const { min, max } = fields.k
  const Plot = race ? HeightsPlot : SharesPlot
  return (
    <Panel
      methods={race ? [] : ['l2']}
      title={race ? 'loss above the minimum' : 'and descent: share of least squares'}
      plot={<Plot result={result} box={box} />}
    >
      <Handle
        box={box}
        shape="grip"
        label="Iterations at the cursor"
        value={{ now: state.k, min, max }}
        text={`${state.k} iterations`}
        at={{ x: box.left + x(state.k), y: box.height - box.bottom }}
        onDrag={(to) => set({ k: x.invert(to.x - box.left) })}
        onNudge={(by) => set({ k: state.k + by.x + by.y })}
        onHome={() => set({ k: start.k })}
      />
    </Panel>
  )
}
