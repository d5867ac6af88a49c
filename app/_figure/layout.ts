/** Widths in CSS pixels. `figure.css` says the same: a pair of plots from 600 on, else one below the other. */
export const layouts = {
  wide: { from: 600, columns: 2, gap: 24, usual: 308, most: 420 },
  narrow: { from: 0, columns: 1, gap: 0, usual: 358, most: 440 },
} as const

export type Layout = keyof typeof layouts

/** A plot within its panel: the outer box, and the margins that axes and labels take. */
export type Box = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** @param shape height over width of the whole panel, the same at every width so that nothing moves */
export function boxOf(width: number, shape: number, margins: Omit<Box, 'width' | 'height'>): Box {
  return { width, height: short(width * shape), ...margins }
}

/** Width and height of the plot itself. */
export function insideOf({ width, height, left, right, top, bottom }: Box): [number, number] {
  return [width - left - right, height - top - bottom]
}

/** Coordinates to a hundredth of a pixel: server and browser then write the same text. */
export function short(x: number): number {
  const rounded = Math.round(x * 100) / 100
  return rounded === 0 ? 0 : rounded
}

/**
 * Moves labels apart along an axis until each has its room, as little as that takes: those that
 * touch are set as one block around the mean of where they want to be.
 * @param wanted positions in any order; @param room the least distance
 * @returns positions in the same order, within [from, to] if they fit
 */
export function pushApart(
  wanted: readonly number[],
  room: number,
  [from, to]: readonly [number, number],
): number[] {
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a]! - wanted[b]!)
  const blocks: { members: number[]; centre: number }[] = []
  for (const i of order) {
    let block = { members: [i], centre: clamp(wanted[i]!, 1) }
    for (
      let last = blocks.at(-1);
      last !== undefined && overlap(last, block);
      last = blocks.at(-1)
    ) {
      blocks.pop()
      const members = [...last.members, ...block.members]
      const mean = members.reduce((sum, j) => sum + wanted[j]!, 0) / members.length
      block = { members, centre: clamp(mean, members.length) }
    }
    blocks.push(block)
  }
  const result: number[] = []
  for (const { members, centre } of blocks)
    members.forEach((i, k) => (result[i] = centre + (k - (members.length - 1) / 2) * room))
  return result

  function overlap(a: { members: number[]; centre: number }, b: typeof a) {
    return b.centre - a.centre < ((a.members.length + b.members.length) / 2) * room
  }
  function clamp(centre: number, size: number) {
    const half = ((size - 1) / 2) * room
    return Math.max(from + half, Math.min(to - half, centre))
  }
}
