/** A figure's number and title, and the button that turns the drawing into its numbers, where there are any. */
export function FigHead({
  id,
  number,
  title,
  numbers,
}: {
  /** of the title, which names the figure */
  id: string
  number: number
  title: string
  numbers?: { word: string; isShown: boolean; show: (isShown: boolean) => void } | undefined
}) {
  return (
    <figcaption className="fig-head">
      <b>Fig. {number}</b>
      <h2 id={id} className="fig-title">
        {title}
      </h2>
      {numbers && (
        <span className="fig-tools">
          <button
            type="button"
            className="link-button"
            aria-pressed={numbers.isShown}
            onClick={() => numbers.show(!numbers.isShown)}
          >
            {numbers.word}
          </button>
        </span>
      )}
    </figcaption>
  )
}

/** What one has to know to read a figure. */
export function Collar({ phrases }: { phrases: readonly string[] }) {
  return (
    <p className="fig-collar">
      {phrases.map((phrase) => (
        <span key={phrase}>{phrase}</span>
      ))}
    </p>
  )
}
