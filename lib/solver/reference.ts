/** The reference vectors, read for tests and the benchmark; nothing here is part of the solver. */
import { readFileSync } from 'node:fs'
import { makeData, type DataSpec } from './data.ts'
import type { Family } from './loss.ts'

type Sparse = number[] | { index: number[]; value: number[] }

export type Options = {
  lambda: number
  alpha: number
  standardize: boolean
  intercept: boolean
  nLambda?: number
  lambdaMinRatio?: number
  nFolds?: number
  foldIds?: number[]
  penalty?: 'l1' | 'l2'
  budget?: number
  tolerance?: number
  maxIterations?: number
}

export type DataRecipe = {
  dataset?: string
  generator?: string
  explicit?: { X: number[][]; y: number[] }
  columns?: number[]
  rows?: number[]
  appendConstant?: number
  appendDuplicateOf?: number
  appendSumOf?: [number, number]
  yConstant?: number
}

export type Case<Expect> = {
  id: string
  kind?: string
  family?: Family
  data: DataRecipe
  options: Options
  unique?: boolean
  expect: Expect
}

export type Generator = DataSpec & { fnv1aX: number; fnv1aY: number }

export function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./vectors/${name}.json`, import.meta.url), 'utf8')) as T
}

export function cases<Expect>(name: string): Case<Expect>[] {
  return read<{ cases: Case<Expect>[] }>(name).cases
}

/** x and y of a recipe, its steps applied in the order of the vectors' README. */
export function dataOf(recipe: DataRecipe): { x: number[][]; y: number[] } {
  let { x, y } = source(recipe)
  const { columns, rows, appendConstant, appendDuplicateOf, appendSumOf, yConstant } = recipe
  if (columns) x = x.map((row) => columns.map((j) => row[j]!))
  if (rows) {
    x = rows.map((i) => x[i]!)
    y = rows.map((i) => y[i]!)
  }
  const extend = (value: (row: number[]) => number) => (x = x.map((row) => [...row, value(row)]))
  if (appendConstant !== undefined) extend(() => appendConstant)
  if (appendDuplicateOf !== undefined) extend((row) => row[appendDuplicateOf]!)
  if (appendSumOf) extend((row) => row[appendSumOf[0]]! + row[appendSumOf[1]]!)
  if (yConstant !== undefined) y = y.map(() => yConstant)
  return { x, y }
}

export function dense(v: Sparse, p: number): number[] {
  if (Array.isArray(v)) return v
  const out = Array.from({ length: p }, () => 0)
  v.index.forEach((j, k) => (out[j] = v.value[k]!))
  return out
}

function source(recipe: DataRecipe): { x: number[][]; y: number[] } {
  if (recipe.explicit) return { x: recipe.explicit.X, y: recipe.explicit.y }
  if (recipe.generator) {
    const data = makeData(read<Record<string, Generator>>('generators')[recipe.generator]!)
    return { x: data.x, y: [...data.y] }
  }
  const { X, y } = read<{ X: number[][]; y: number[] }>(`dataset-${recipe.dataset}`)
  return { x: X, y }
}
