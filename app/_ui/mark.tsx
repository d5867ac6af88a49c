/** The mark: three Gaussian ridges one behind another, computed. 24 units square. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="var(--paper)"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
    >
      {ridges.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}

/** From the back to the front: each hides what lies behind it. */
export const ridges = [
  ridge({ mean: 15, deviation: 3.1, base: 11, height: 9 }),
  ridge({ mean: 9.5, deviation: 3.4, base: 16, height: 9 }),
  ridge({ mean: 14, deviation: 3.8, base: 21, height: 8 }),
]

function ridge(hill: { mean: number; deviation: number; base: number; height: number }) {
  const steps = 24
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    const x = 1 + (step * 22) / steps
    const z = (x - hill.mean) / hill.deviation
    return `${x.toFixed(1)},${(hill.base - hill.height * Math.exp(-(z * z) / 2)).toFixed(1)}`
  })
  return `M${points.join('L')}`
}
