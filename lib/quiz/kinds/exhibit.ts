/** What an item shows under its question, beside the words: a small table, or a drawing to be read. */
export type Exhibit = TableExhibit | ChartExhibit

export type TableExhibit = {
  type: 'table'
  caption: string
  /** the first stands over the rows' names */
  head: string[]
  /** the first cell names its row */
  rows: string[][]
}

/** Panels side by side on the same scales. Drawn in ink: an item does not give its methods away. */
export type ChartExhibit = {
  type: 'chart'
  caption: string
  /** ticks: where the question asks to read; else the scale's own */
  x: { label: string; log?: true | undefined; ticks?: number[] | undefined }
  y: { label: string }
  panels: Panel[]
}

export type Panel = {
  label: string
  /** [x, y], in the order of x */
  lines: { label: string; points: [number, number][] }[]
  /** [x, low, high], a vertical bar each */
  bars?: [number, number, number][] | undefined
}
