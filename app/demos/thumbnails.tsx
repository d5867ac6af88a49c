import type { ReactNode } from 'react'
import { planeBox } from '#app/_figure/plane.tsx'
import { defaults } from '#lib/figures/figure.ts'
import { type FigureId, figures } from '#lib/figures/index.ts'
import { house } from '#lib/figures/units.ts'
import { BiasVariancePlot } from './bias-variance-plot.tsx'
import { scalesOf as splitScales, splitBox } from './bias-variance-scales.ts'
import { cloudBox, CollinearCloud } from './collinear-cloud.tsx'
import { GroupingMix, mixBox, scalesOf as mixScales } from './grouping-mix.tsx'
import { axesOf, conventionsBox, extentOf } from './conventions-axes.ts'
import { ConventionsPlot } from './conventions-plot.tsx'
import { GeometryPlot } from './geometry-plot.tsx'
import { PathsPlot } from './paths-plot.tsx'
import { LogisticField, logisticBox } from './logistic-field.tsx'
import { fitBox, PolynomialPlot } from './polynomial-plot.tsx'
import { WalkPlot } from './optimisers-ground.tsx'
import { pathsBox, scalesOf } from './paths-scales.ts'
import { sharesBox, StabilityShares } from './stability-shares.tsx'
import { priorsBox, PriorsPlot, scalesOf as priorScales } from './priors-plot.tsx'
import { scalesOf as shrinkageScales, shrinkageBox } from './shrinkage-graph.ts'
import { ShrinkagePlot } from './shrinkage-plot.tsx'
import { scoresBox, ThresholdsScores } from './thresholds-scores.tsx'

/** The first panel of each figure at its start, 308 px wide, drawn by the server and sent as it is. */
export const thumbnails: Record<FigureId, () => ReactNode> = {
  geometry() {
    const result = figures.geometry.compute(defaults(figures.geometry))
    return <GeometryPlot result={result} shown={[result.l1]} box={planeBox(308, 0.9)} />
  },
  paths() {
    const start = defaults(figures.paths)
    const result = figures.paths.compute(start)
    const box = pathsBox(308, 0.9)
    const scales = scalesOf(result.curves, box, start)
    return <PathsPlot {...{ result, scales, box }} curve={result.curves[0]} units={house} />
  },
  collinear() {
    const result = figures.collinear.compute(defaults(figures.collinear))
    return <CollinearCloud result={result} vs="l2" box={cloudBox(308, 0.9)} />
  },
  grouping() {
    const result = figures.grouping.compute(defaults(figures.grouping))
    const box = mixBox(308, 0.9)
    return <GroupingMix {...{ result, box }} units={house} scales={mixScales(result, box)} />
  },
  conventions() {
    const start = defaults(figures.conventions)
    const result = figures.conventions.compute(start)
    const box = conventionsBox(308, 0.9)
    const axes = axesOf(extentOf(result), box)
    return <ConventionsPlot {...{ result, axes, box }} unit={start.unit} standardised={false} />
  },
  'bias-variance'() {
    const result = figures['bias-variance'].compute(defaults(figures['bias-variance']))
    const box = splitBox(308, 0.9, 'lambda')
    const scales = splitScales(result, 'lambda', box)
    return <BiasVariancePlot {...{ result, scales, box }} axis="lambda" units={house} />
  },
  stability() {
    const state = defaults(figures.stability)
    return (
      <StabilityShares
        result={figures.stability.compute(state)}
        threshold={state.threshold}
        box={sharesBox(308, 0.9)}
      />
    )
  },
  logistic() {
    const result = figures.logistic.compute(defaults(figures.logistic))
    return <LogisticField result={result} box={logisticBox(308, 0.9)} />
  },
  shrinkage() {
    const start = defaults(figures.shrinkage)
    const result = figures.shrinkage.compute(start)
    const box = shrinkageBox(308, 0.9)
    const scales = shrinkageScales(result, 'estimate', box)
    return <ShrinkagePlot {...{ result, scales, box }} show={start.show} view="estimate" />
  },
  priors() {
    const result = figures.priors.compute(defaults(figures.priors))
    const box = priorsBox(308, 0.9)
    return <PriorsPlot {...{ result, box }} method="l2" scales={priorScales(result, box)} />
  },
  polynomial() {
    const result = figures.polynomial.compute(defaults(figures.polynomial))
    return <PolynomialPlot result={result} box={fitBox(308, 0.9)} />
  },
  optimisers() {
    const result = figures.optimisers.compute(defaults(figures.optimisers))
    return <WalkPlot result={result} box={planeBox(308, 0.9)} />
  },
  thresholds() {
    const result = figures.thresholds.compute(defaults(figures.thresholds))
    return <ThresholdsScores result={result} box={scoresBox(308, 0.9)} />
  },
}
