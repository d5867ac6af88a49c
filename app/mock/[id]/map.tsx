import { useSyncExternalStore } from 'react'
import type { Answers } from './answers.ts'
import styles from './map.module.css'
import type { Screen } from './requests.ts'
import type { Interviewing } from './use-interview.ts'
import { minutesAndSeconds, standing } from './words.ts'

/** All questions of the interview, each with its mark, its word and its time; a press opens one. */
export function InterviewMap({
  screens,
  answers,
  interview,
  isTimeHidden,
}: {
  screens: readonly Screen[]
  answers: Answers
  interview: Interviewing
  isTimeHidden: boolean
}) {
  const { position, marks, go } = interview
  useVersion(answers)
  return (
    <nav aria-label="This interview" className={styles.map}>
      <h2 className="label">This interview</h2>
      <ol>
        {screens.map((screen) => {
          const nth = screen.position
          const { mark, word } = standing(screen, answers.at(nth).value, marks[nth]!)
          const spent = marks[nth]!.spentMs + (nth === position ? interview.spentHere() : 0)
          return (
            <li key={nth}>
              <button
                type="button"
                aria-current={nth === position ? 'step' : undefined}
                data-mark={mark}
                data-flagged={marks[nth]!.flagged || undefined}
                onClick={() => go(nth)}
              >
                <span className={styles.disc}>
                  <span className="visually-hidden">Question </span>
                  {nth + 1}
                </span>
                <span>
                  {nth === position && mark === 'open' && !marks[nth]!.flagged ? 'Now' : word}
                </span>
                <span>{spent < 1000 || isTimeHidden ? '' : minutesAndSeconds(spent)}</span>
              </button>
            </li>
          )
        })}
      </ol>
      <p className="small dim">
        Answers and reasons come at the end, as in a real interview. You can return to any question.
      </p>
    </nav>
  )
}

/** The same at a glance, over the question on a narrow screen. */
export function Strip({
  screens,
  answers,
  interview: { position, marks },
}: {
  screens: readonly Screen[]
  answers: Answers
  interview: Interviewing
}) {
  useVersion(answers)
  return (
    <div className={styles.strip} aria-hidden="true">
      {screens.map((screen) => {
        const nth = screen.position
        const { mark } = standing(screen, answers.at(nth).value, marks[nth]!)
        return (
          <i
            key={nth}
            data-mark={mark}
            data-flagged={marks[nth]!.flagged || undefined}
            data-now={nth === position || undefined}
          />
        )
      })}
    </div>
  )
}

/** Draws again when any answer changes. */
function useVersion(answers: Answers): void {
  useSyncExternalStore(answers.subscribe, answers.version, answers.version)
}
