import { CheckIcon, PlusIcon } from '#app/_ui/icon.tsx'
import { toggleInTray, useTray } from './tray.ts'
import styles from './tray.module.css'

/** The mouse's way to what M does: in the next interview, or out of it. */
export function TrayToggle({
  question,
}: {
  question: { id: string; minutes: number; title: string }
}) {
  const isIn = useTray().some(({ id }) => id === question.id)
  return (
    <button
      type="button"
      className={`js-only ${styles.toggle}`}
      aria-pressed={isIn}
      title={isIn ? 'In the next mock interview: take it out (M)' : 'Add to a mock interview (M)'}
      onClick={() => toggleInTray(question)}
    >
      {isIn ? <CheckIcon /> : <PlusIcon />}
      <span className="visually-hidden">In the next mock: {question.title}</span>
    </button>
  )
}
