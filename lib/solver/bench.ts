/**
 * npm run bench:solver [-- --anchors] [-- --rounds=5]: CPU time of cases a–g and the KKT residual
 * reached, as a table and as one line of JSON. With --anchors, scikit-learn and R glmnet run the
 * same cases in turn with the solver, when they are installed.
 */
import { type Anchor, installedAnchors } from './bench-anchors.ts'
import { crossValidate, type Fit, fit, fitPath, makeData, type Matrix, prepare } from './index.ts'
import { dataOf } from './reference.ts'

export type BenchCase = {
  id: string
  title: string
  family: 'gaussian' | 'binomial'
  alpha: number
  nLambda: number
  lambdaMinRatio: number
  task: 'path' | 'cv' | 'refit'
  x: { rows: number; columns: number; values: Float64Array }
  y: Float64Array
}

const wide = { seed: 201, n: 100, p: 1000, rho: 0.3, k: 10, sigma: 1, step: 100 }

const benchCases: BenchCase[] = [
  benchCase('a', 'diabetes lasso path, 100 λ', dataOf({ dataset: 'diabetes' })),
  benchCase(
    'b',
    '10-fold CV, elastic net ½, 200 × 50',
    dataOf({ generator: 'syn_n200_p50_rho0.5' }),
    {
      alpha: 0.5,
      task: 'cv',
      lambdaMinRatio: 1e-3,
    },
  ),
  benchCase(
    'c',
    'lasso path 1000 × 200',
    makeData({ seed: 401, n: 1000, p: 200, rho: 0.5, k: 20, sigma: 3, step: 10 }),
  ),
  benchCase('d', 'lasso path 100 × 1000', makeData(wide), { lambdaMinRatio: 1e-2 }),
  benchCase('e', 'lasso path 10000 × 50', dataOf({ generator: 'syn_n10000_p50' })),
  benchCase('f', 'L1 logistic path, breast cancer', dataOf({ dataset: 'breast_cancer' }), {
    family: 'binomial',
    lambdaMinRatio: 1e-3,
  }),
  benchCase(
    'g',
    'one warm refit, 100 × 10',
    makeData({ seed: 501, n: 100, p: 10, rho: 0.5, k: 4, sigma: 1, step: 2 }),
    { task: 'refit' },
  ),
]

const rounds = Number(flag('rounds') ?? 5)
const only = flag('only')
const chosen = benchCases.filter((c) => !only || only.includes(c.id))
const anchors: Anchor[] = process.argv.includes('--anchors') ? installedAnchors(chosen) : []
report(measure(chosen, anchors))

type Row = { id: string; title: string; kkt: number; ms: number; anchors: Record<string, number> }

function measure(list: BenchCase[], others: Anchor[]): Row[] {
  const ours = new Map(list.map((c) => [c.id, [] as number[]]))
  const theirs = others.map((anchor) => ({ anchor, times: new Map<string, number[]>() }))
  for (let round = 0; round < rounds; round++) {
    for (const c of list) ours.get(c.id)!.push(cpuMs(runner(c)))
    for (const { anchor, times } of theirs)
      for (const [id, ms] of Object.entries(anchor.run()))
        times.set(id, [...(times.get(id) ?? []), ms])
  }
  for (const { anchor } of theirs) anchor.dispose()
  return list.map((c) => ({
    id: c.id,
    title: c.title,
    kkt: kktOf(c),
    ms: median(ours.get(c.id)!),
    anchors: Object.fromEntries(
      theirs.flatMap(({ times }) =>
        [...times]
          .filter(([id]) => id.startsWith(`${c.id} `))
          .map(([id, ms]) => [id.slice(2), median(ms)]),
      ),
    ),
  }))
}

/** One run from the raw data to the result, as a user would call it. */
function runner(c: BenchCase): () => unknown {
  const { x, y, family, alpha, nLambda, lambdaMinRatio } = c
  const grid = { alpha, nLambda, lambdaMinRatio }
  if (c.task === 'cv') return () => crossValidate(x, y, { family, nFolds: 10, ...grid })
  if (c.task === 'path') return () => fitPath(prepare(x, y, { family }), grid)
  const problem = prepare(x, y)
  let last: Fit = fit(problem, { lambda: 0.1 })
  let step = 0
  return () => (last = fit(problem, { lambda: 0.1 + 0.01 * (step++ % 20), start: last }))
}

function kktOf(c: BenchCase): number {
  const problem = prepare(c.x, c.y, { family: c.family })
  return Math.max(...fitPath(problem, c).kktResiduals)
}

/** Median CPU time of a run in ms: batches of ≥ 40 ms after a warm-up of 300 ms. */
function cpuMs(run: () => unknown): number {
  const spent = (times: number) => {
    const from = process.cpuUsage()
    for (let i = 0; i < times; i++) run()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  }
  let warm = 0
  let runs = 0
  for (; warm < 300; runs++) warm += spent(1)
  const batch = Math.max(1, Math.ceil((40 * runs) / warm))
  return median(Array.from({ length: 9 }, () => spent(batch) / batch))
}

function report(rows: Row[]): void {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row.anchors)))]
  const head = ['', 'case', 'ms', 'KKT', ...names.map((name) => `${name} ms (ratio)`)]
  const body = rows.map((row) => [
    row.id,
    row.title,
    row.ms.toPrecision(3),
    row.kkt.toExponential(0),
    ...names.map((name) => {
      const ms = row.anchors[name]
      return ms === undefined ? '–' : `${ms.toPrecision(3)} (${(row.ms / ms).toFixed(2)})`
    }),
  ])
  const widths = head.map((_, k) => Math.max(...[head, ...body].map((line) => line[k]!.length)))
  for (const line of [head, ...body])
    process.stdout.write(`${line.map((cell, k) => cell.padEnd(widths[k]!)).join('  ')}\n`)
  process.stdout.write(`${JSON.stringify({ node: process.version, rounds, rows })}\n`)
}

function benchCase(
  id: string,
  title: string,
  data: { x: Matrix; y: ArrayLike<number> },
  o: Partial<BenchCase> = {},
): BenchCase {
  const rows = data.x as number[][]
  const [n, p] = [rows.length, rows[0]!.length]
  const values = new Float64Array(n * p)
  rows.forEach((row, i) => row.forEach((value, j) => (values[j * n + i] = value)))
  return {
    id,
    title,
    family: 'gaussian',
    alpha: 1,
    nLambda: 100,
    lambdaMinRatio: 1e-4,
    task: 'path',
    x: { rows: n, columns: p, values },
    y: Float64Array.from(data.y),
    ...o,
  }
}

function flag(name: string): string | undefined {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1]
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}
