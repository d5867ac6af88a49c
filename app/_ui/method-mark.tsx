export type Method = 'l1' | 'l2' | 'en' | 'ols'

/**
 * Each method has one word, one hue (`--l1` …), one mark and one dash, in every figure and in prose.
 * The dash is for lines that share a panel with another method's.
 */
export const methods = {
  l1: { name: 'L1', title: 'L1, the lasso', dash: undefined },
  l2: { name: 'L2', title: 'L2, ridge', dash: undefined },
  en: { name: 'Elastic net', title: 'Elastic net', dash: '7 4' },
  ols: { name: 'OLS', title: 'Least squares', dash: '1.5 3' },
} as const satisfies Record<Method, { name: string; title: string; dash: string | undefined }>

/**
 * The mark is the unit ball of the method's own penalty: L1 a diamond, L2 a disc, the elastic net
 * at an even mix four circular arcs, since |x| + |y| + (x² + y²)/2 = 3/2 is (|x| + 1)² + (|y| + 1)² = 5.
 * Least squares has no ball: a cross.
 * @param r distance from the centre to the ball on an axis, in the units of the drawing
 * @returns the `d` of an SVG path, closed but for the cross
 */
export function markPath(method: Method, cx: number, cy: number, r: number): string {
  const [left, right, top, bottom] = [cx - r, cx + r, cy - r, cy + r].map(short) as [
    string,
    string,
    string,
    string,
  ]
  const [x, y] = [short(cx), short(cy)]
  if (method === 'ols') return `M${x},${top}V${bottom}M${left},${y}H${right}`
  const corners = [`${left},${y}`, `${x},${top}`, `${right},${y}`, `${x},${bottom}`]
  if (method === 'l1') return `M${corners.join('L')}Z`
  const radius = short(method === 'l2' ? r : r * Math.sqrt(5))
  const arc = `A${radius},${radius},0,0,1,`
  return `M${[...corners, corners[0]].join(arc)}Z`
}

/** The mark in the current colour, as high as a capital letter. Words stand beside it. */
export function MethodMark({ method, size = 11 }: { method: Method; size?: number }) {
  const c = size / 2
  const cross = method === 'ols'
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${size} ${size}`}
      aria-hidden="true"
      focusable="false"
      fill={cross ? 'none' : 'currentColor'}
      stroke={cross ? 'currentColor' : 'none'}
      strokeWidth={1.8}
    >
      <path d={markPath(method, c, c, c - 0.6)} />
    </svg>
  )
}

function short(x: number): string {
  return String(Math.round(x * 100) / 100)
}
