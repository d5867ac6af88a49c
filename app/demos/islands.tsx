'use client'

import { island } from './island.tsx'
// The style sheets stand here, and not beside what they style: they must be there before the code is.
import '#app/_figure/figure.css'
import '#app/_ui/segments.module.css'

/* Every figure as an island of its own, by its id. Only names are here: the code comes with `import()`. */

export const geometry = island('geometry', async () => (await import('./geometry.tsx')).Geometry)

export const paths = island('paths', async () => (await import('./paths.tsx')).Paths)
