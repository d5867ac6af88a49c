import type { ReactNode } from 'react'
import { markPath } from '#app/_ui/method-mark.tsx'
import { type Guess, GuessMark } from '#app/_figure/guess.tsx'
import { type Box, short } from '#app/_figure/layout.ts'
import { type Plane, PlaneAxes, PlaneLetters, planeOf, PlaneZeros } from '#app/_figure/plane.tsx'
import { Label, Plot } from '#app/_figure/plot.tsx'
import type { OptimisersResult } from '#lib/figures/optimisers.ts'
import { levelSet } from '#lib/figures/optimisers-level.ts'
import { type Loss, lossAt, type Pair } from '#lib/figures/optimisers-loss.ts'
import { standing } from '#lib/figures/optimisers-sentences.ts'
import { pointAt } from '#lib/figures/optimisers-walks.ts'
import { outline, penaltyOf, pixels } from './optimisers-plane.ts'

type Drawn = { result: OptimisersResult; box: Box; guess?: Guess | undefined }

/** The penalised loss as a landscape, and the way that one method takes through it. */
export function WalkPlot({ result, box, guess }: Drawn) {
  const { loss, minimum, walks, cursor } = result
  const { points } = walks[cursor.method]
  const plane = planeOf(box)
  const at = pointAt(points, cursor.k)
  const here = lossAt(loss, at)
  const penalty = penaltyOf(loss)
  return (
    <Ground {...{ loss, box, plane, guess }} lowest={minimum} label={standing(result)}>
      {here - minimum.value > 1e-9 && here < 1e3 && (
        <path
          className={`fig-contour touching fig-${penalty}`}
          d={outline(levelSet(loss, here, minimum.at), plane)}
        />
      )}
      <Trail points={points} until={cursor.k} plane={plane} />
      <path
        className={`fig-answer fig-${penalty}`}
        d={markPath(penalty, plane.x(minimum.at[0]), plane.y(minimum.at[1]), 6.5)}
      />
      <Here at={at} plane={plane} />
      <Label x={plane.x(points[0]!) + 13} y={plane.y(points[1]!) - 11}>
        start
      </Label>
    </Ground>
  )
}

/** The squares alone: gradient descent from 0 beside the path of ridge. */
export function StoppingPlot({ result, box, guess }: Drawn) {
  const { stopping, cursor, loss } = result
  const plane = planeOf(box)
  const at = pointAt(stopping.points, cursor.k)
  const matched = pointAt(stopping.ridge, cursor.k - 1)
  const squares = { ...loss, l1: 0, l2: 0 }
  const path = Array.from({ length: stopping.path.length / 2 }, (_, i) =>
    pixels(plane, pointAt(stopping.path, i)),
  )
  return (
    <Ground
      {...{ box, plane, guess }}
      loss={squares}
      lowest={{ at: loss.ols, value: 0 }}
      label={`Gradient descent stopped after ${cursor.k} iterations, and ridge at the matching penalty`}
    >
      <path className="fig-line fig-l2" d={`M${path.join('L')}`} />
      <Trail points={stopping.points} until={cursor.k} plane={plane} />
      <path className="fig-way" d={`M${pixels(plane, at)}L${pixels(plane, matched)}`} />
      <circle
        className="fig-answer fig-l2"
        cx={short(plane.x(matched[0]))}
        cy={short(plane.y(matched[1]))}
        r={5.5}
      />
      <Here at={at} plane={plane} />
    </Ground>
  )
}

/** Contours around the minimum, axes, and least squares. */
function Ground({
  loss,
  lowest,
  box,
  plane,
  label,
  guess,
  children,
}: {
  loss: Loss
  lowest: { at: Pair; value: number }
  box: Box
  plane: Plane
  label: string
  guess: Guess | undefined
  children: ReactNode
}) {
  const { x, y, w, h } = plane
  const [b1, b2] = loss.ols
  return (
    <Plot box={box} framed label={label} around={<PlaneAxes box={box} plane={plane} />}>
      {rings.map((ring, i) => (
        <path
          key={ring}
          className={`fig-contour ${i % 3 === 2 ? 'strong' : ''}`}
          d={outline(levelSet(loss, lowest.value + ring, lowest.at), plane)}
        />
      ))}
      <PlaneZeros plane={plane} />
      <PlaneLetters plane={plane} />
      <path className="fig-ols-point" d={markPath('ols', x(b1), y(b2), 5)} />
      <Label x={x(b1) + 9} y={y(b2) + 17}>
        OLS
      </Label>
      {children}
      <GuessMark guess={guess} x={x} y={y} w={w} h={h} />
    </Plot>
  )
}

const rings = Array.from({ length: 9 }, (_, i) => short(0.08 * (i + 1) ** 2))

/** Every point of the way, joined. */
function Trail({ points, until, plane }: { points: Float64Array; until: number; plane: Plane }) {
  const spots = Array.from({ length: until + 1 }, (_, i) => pixels(plane, pointAt(points, i)))
  return (
    <>
      <path className="fig-trail" d={`M${spots.join('L')}`} />
      {/* strokes of no length have round ends: one element for all dots */}
      <path className="fig-stops" d={spots.map((spot) => `M${spot}h0`).join('')} />
    </>
  )
}

function Here({ at, plane }: { at: Pair; plane: Plane }) {
  const [cx, cy] = pixels(plane, at).split(',')
  return <circle className="fig-here" cx={cx} cy={cy} r={4.5} />
}
