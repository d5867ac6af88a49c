import type { ComponentType } from 'react'
import type { FigureId } from '#lib/figures/index.ts'
import type { DemoProps } from './island.tsx'
import * as islands from './islands.tsx'

export type { DemoProps }

/** The list of live figures. A server component may look into it: each is a reference of its own. */
export const demos: Record<FigureId, ComponentType<DemoProps>> = {
  ...islands,
  // the name of an export has no hyphen
  'bias-variance': islands.biasVariance,
}
