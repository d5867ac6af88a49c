import { geometry } from './geometry.ts'
import { paths } from './paths.ts'

export { decodeState, encodeState } from './codec.ts'
export { defaults, type Figure, type State } from './figure.ts'

/** Every figure, by its id: in the URL, in `<Demo id>` and in tasks. */
export const figures = { geometry, paths }

export type FigureId = keyof typeof figures
