import { Fragment, memo, useEffect, useRef } from 'react'
import { Button } from '#app/_ui/button.tsx'
import type { Problem } from '#lib/content/problem.ts'
import { coloured } from './coloured.tsx'
import styles from './workbench.module.css'

/** The file, line by line, each problem below its line. A save is told to the frame before its text comes. */
export const Source = memo(function Source({
  text,
  problems,
  target,
  onFix,
}: {
  text: string
  problems: readonly Problem[]
  /** the line to go to; `nth` tells one wish from the next */
  target: { line: number; nth: number } | undefined
  onFix: ((problem: Problem) => void) | undefined
}) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (!target) return
    const line = list.current?.querySelector<HTMLElement>(`[data-line="${target.line}"]`)
    line?.scrollIntoView({ block: 'center' })
    line?.focus({ preventScroll: true })
  }, [target])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <section className={styles.source} aria-label="Source" tabIndex={0}>
      <ol ref={list}>
        {text.split('\n').map((line, nth) => {
          const own = problems.filter((problem) => problem.line === nth + 1)
          const worst = own.find(({ severity }) => severity === 'error') ?? own[0]
          return (
            <Fragment key={nth}>
              <li data-line={nth + 1} tabIndex={-1} className={worst && styles[worst.severity]}>
                <span className={styles.number} aria-hidden="true">
                  {nth + 1}
                </span>
                <code>{coloured(line, own)}</code>
              </li>
              {own.map((problem) => (
                <Inline key={`${problem.rule} ${problem.column}`} problem={problem} onFix={onFix} />
              ))}
            </Fragment>
          )
        })}
      </ol>
    </section>
  )
})

function Inline({
  problem,
  onFix,
}: {
  problem: Problem
  onFix: ((problem: Problem) => void) | undefined
}) {
  const { message, hint, fix, severity } = problem
  return (
    <li className={`${styles.inline} ${styles[severity]}`}>
      <p>
        <b>{message}</b>
      </p>
      {hint && <p>{hint}</p>}
      {fix && onFix && (
        <Button look="bare" keys="Ctrl ." onClick={() => onFix(problem)}>
          Change to {fix.put}
        </Button>
      )}
    </li>
  )
}
