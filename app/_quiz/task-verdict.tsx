import { CheckIcon, CrossIcon } from '#app/_ui/icon.tsx'
import type { Feedback } from '#lib/quiz/kinds/item.ts'
import type { AskedTask, Solved } from '#lib/quiz/kinds/task.ts'
import verdict from './verdict.module.css'
import styles from './task-item.module.css'

/** Reached or not yet; each part of the goal with what was found; the certificate; the reason. */
export function TaskVerdict({
  item,
  response,
  feedback: { score, answer, why, solved },
}: {
  item: AskedTask
  /** the state that was submitted */
  response: string
  feedback: Feedback
}) {
  const isReached = score.low === 1
  return (
    <div className={verdict.verdict}>
      <p className={isReached ? verdict.right : verdict.notYet}>
        {isReached ? <CheckIcon /> : <CrossIcon />} {isReached ? 'Reached.' : 'Not yet.'}
      </p>
      {solved && <Conditions solved={solved} isReached={isReached} />}
      {solved && (
        <p className="small dim">
          Solved again on the server from{' '}
          <a href={address(item, response)}>the state you submitted</a>. Duality gap{' '}
          {gapInWords(solved.gap)}, relative to the null model; at most 10
          <sup>−6</sup> is graded.
        </p>
      )}
      {isReached ? (
        <p>{why}</p>
      ) : (
        <details>
          <summary>Show how</summary>
          <p>{why}</p>
          <p>
            <a href={address(item, answer)}>Open a state that reaches it</a>
          </p>
        </details>
      )}
    </div>
  )
}

function Conditions({ solved, isReached }: { solved: Solved; isReached: boolean }) {
  return (
    <ul className={styles.conditions}>
      {solved.conditions.map(({ holds, wanted, found, room }) => (
        <li
          key={`${found.map(({ name }) => name)} ${wanted}`}
          className={holds ? styles.holds : undefined}
        >
          {holds ? <CheckIcon /> : <CrossIcon />}
          <span>
            <span className="visually-hidden">{holds ? 'Holds: ' : 'Not yet: '}</span>
            {found.map(({ name, value }, nth) => (
              <span key={name}>
                {nth > 0 && ', '}
                {name} is <b>{value}</b>
              </span>
            ))}
            ; wanted {wanted}. {isReached && room}
            {found.map(({ name, about }) => (
              <span key={name} className={styles.about}>
                {about && `${name}: ${about}.`}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function address({ demo }: AskedTask, state: string): string {
  return state === '' ? `/demos/${demo}` : `/demos/${demo}?s=${state}`
}

function gapInWords(gap: number): string {
  if (gap <= 0) return '0'
  return gap < 1e-15 ? 'below 1e−15' : gap.toExponential(1).replace('-', '−')
}
