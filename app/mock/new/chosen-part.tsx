import { Link } from '#app/_ui/link.tsx'
import { Part } from './parts.tsx'

/** Questions chosen one by one in a list: all other parts of the form choose among these. */
export function ChosenPart({ count, onClear }: { count: number; onClear: () => void }) {
  return (
    <Part title="Your questions">
      <p>
        Only the {count === 1 ? 'one question' : `${count} questions`} that you chose, each first
        once and then, if there is time, in another form.{' '}
        <Link href="/questions">Choose others</Link> in the list, or{' '}
        <button type="button" className="link-button" onClick={onClear}>
          draw from all questions
        </button>
        .
      </p>
    </Part>
  )
}
