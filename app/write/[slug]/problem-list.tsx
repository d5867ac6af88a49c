import { Button } from '#app/_ui/button.tsx'
import { ErrorIcon, WarningIcon } from '#app/_ui/icon.tsx'
import type { Problem } from '#lib/content/problem.ts'
import styles from './workbench.module.css'

/** Every problem with its rule and its place, which leads to the line. */
export function ProblemList({
  path,
  problems,
  onGo,
  onFix,
}: {
  path: string
  problems: readonly Problem[]
  onGo: (line: number) => void
  onFix: ((problem: Problem) => void) | undefined
}) {
  return (
    <section className={styles.problems} aria-labelledby="problems-title">
      <h2 id="problems-title">Problems</h2>
      {problems.length === 0 && <p>None.</p>}
      <ul>
        {problems.map((problem) => {
          const { rule, line, column, message, hint, severity, fix } = problem
          return (
            <li key={`${rule} ${line}:${column} ${message}`}>
              <span className={styles[`${severity}Icon`]}>
                {severity === 'error' ? <ErrorIcon /> : <WarningIcon />}
                <span className="visually-hidden">{severity}</span>
              </span>
              <p>
                {message}
                {hint && <span className={styles.hint}>. {hint}</span>}{' '}
                <a href={`/write/rules#${rule.replace('/', '-')}`}>{rule}</a>
              </p>
              <span className={styles.place}>
                {fix && onFix && (
                  <Button look="bare" onClick={() => onFix(problem)}>
                    Change to {fix.put}
                  </Button>
                )}
                <button type="button" onClick={() => onGo(line)}>
                  {path}:{line}:{column}
                </button>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
