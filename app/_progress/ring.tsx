/** Today's reviews, beside their number: never a streak, never shown empty as a failure. */
export function Ring({ done, whole }: { done: number; whole: number }) {
  const round = 2 * Math.PI * 32
  return (
    <svg
      width="76"
      height="76"
      viewBox="0 0 76 76"
      role="img"
      aria-label={`${done} of ${whole} done`}
    >
      <g fill="none" strokeWidth="5" transform="rotate(-90 38 38)">
        <circle cx="38" cy="38" r="32" stroke="var(--line)" />
        <circle
          cx="38"
          cy="38"
          r="32"
          stroke="var(--pine)"
          strokeDasharray={`${((round * done) / whole).toFixed(2)} ${round.toFixed(2)}`}
        />
      </g>
      <g fill="var(--ink)" textAnchor="middle">
        <text x="38" y="40" fontSize="19" fontWeight="600">
          {done}
        </text>
        <text x="38" y="54" fontSize="12" fill="var(--ink-2)">
          of {whole}
        </text>
      </g>
    </svg>
  )
}
