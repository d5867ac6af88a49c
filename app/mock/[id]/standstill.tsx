import type { ReactNode } from 'react'
import { Button } from '#app/_ui/button.tsx'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { answerInWords } from './answer-in-words.ts'
import type { Answers } from './answers.ts'
import type { OpenInterview } from './requests.ts'
import styles from './interview.module.css'
import type { Interviewing } from './use-interview.ts'
import { clockFace } from './use-left.ts'

/** In the question's place while nothing can be answered: paused, time over, or ended elsewhere. */
export function Standstill({
  interview,
  opened,
  answers,
}: {
  interview: Interviewing
  opened: OpenInterview
  answers: Answers
}) {
  const { isClosed, isPaused, left, state } = interview
  if (isClosed) return <EndedElsewhere {...{ opened, answers }} />
  if (!isPaused)
    return (
      <Panel title="Time is over">
        <p>
          What you wrote up to now counts. Answers that are still on their way are taken for one
          more minute; then the interview closes by itself.
        </p>
        <div>
          <Button look="primary" onClick={() => void interview.end()}>
            Open the report
          </Button>
        </div>
      </Panel>
    )
  return (
    <Panel title="Paused">
      <p>
        {left === null ? 'Nothing is timed.' : `The clock stands at ${clockFace(left)}.`} The
        question is hidden meanwhile, and the report will say that you paused, and for how long. A
        pause lasts a week at most.
      </p>
      <p className="small dim">
        {state.pauses === 1 ? 'This is the first pause.' : `This is pause ${state.pauses}.`}
      </p>
      <div>
        <Button look="primary" onClick={interview.resume}>
          Go on
        </Button>
      </div>
    </Panel>
  )
}

/** Ended in another tab or by the clock, while something here had not arrived: it is shown, not lost. */
function EndedElsewhere({ opened, answers }: { opened: OpenInterview; answers: Answers }) {
  return (
    <Panel title="This interview is over">
      <p>
        What was saved before its end counts. This came too late, and is shown here so that you can
        copy it:
      </p>
      {answers.unsaved().map((position) => (
        <blockquote key={position} className={styles.late}>
          <span className="small dim">Question {position + 1}</span>
          {answerInWords(opened.screens[position]!, answers.at(position).value)}
        </blockquote>
      ))}
      <div>
        <ButtonLink look="primary" href={`/mock/${opened.id}/report`}>
          Open the report
        </ButtonLink>
      </div>
    </Panel>
  )
}

function Panel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.standstill} aria-labelledby="standstill">
      <h1 id="standstill" className="section-title">
        {title}
      </h1>
      {children}
    </section>
  )
}
