import type { QuestionStatus } from './use-statuses.ts'

const WORDS = { new: 'New', learning: 'Learning', due: 'Due', known: 'Known' }

/** Dashed ring new, half ring learning, ringed dot due, tick known; drawn by hand, 14 square. */
export function StatusMark({ status }: { status: QuestionStatus['status'] }) {
  return (
    <>
      <svg width="14" height="14" viewBox="0 0 14 14" fill="none" aria-hidden="true">
        {drawings[status]}
      </svg>
      <span className="visually-hidden">{WORDS[status]}</span>
    </>
  )
}

const drawings = {
  new: (
    <circle cx="7" cy="7" r="5.2" stroke="var(--rule)" strokeWidth="1.5" strokeDasharray="2 2.1" />
  ),
  learning: (
    <>
      <path d="M7 1.8a5.2 5.2 0 0 1 0 10.4z" fill="var(--pine)" />
      <circle cx="7" cy="7" r="5.2" stroke="var(--pine)" strokeWidth="1.5" />
    </>
  ),
  due: (
    <>
      <circle cx="7" cy="7" r="5.2" stroke="var(--ink)" strokeWidth="1.6" />
      <circle cx="7" cy="7" r="2.4" fill="var(--ink)" />
    </>
  ),
  known: (
    <>
      <circle cx="7" cy="7" r="6" fill="var(--pine)" />
      <path d="M4.2 7.2l2 2 3.6-4.2" stroke="var(--paper)" strokeWidth="1.6" />
    </>
  ),
}
