import type { ComponentType, ReactNode } from 'react'
import type { Question } from '#lib/content/questions.ts'
import type { ComponentName, PropsOf } from '#lib/content/vocabulary.ts'
import { Aside } from './aside.tsx'
import { Claim } from './claim.tsx'
import { Demo } from './demo.tsx'
import { Derivation, Step, StepSummary } from './derivation.tsx'
import { Code, Maths } from './markup.tsx'
import { M } from './method.tsx'
import { Pitfall } from './pitfall.tsx'
import { Scroll } from './scroll.tsx'
import { ShortAnswer } from './short-answer.tsx'
import { Task } from './task.tsx'
import { When } from './when.tsx'

/** What the author wrote, and what stands between the tags. */
type Authored = {
  [N in ComponentName]: ComponentType<PropsOf<N> & { children?: ReactNode; figure?: number }>
}

/** What of a question is answered within its prose. */
export type Answerable = Pick<Question, 'id' | 'contentHash' | 'items'>

/**
 * The author's vocabulary, and what the compiler makes of formulas, code, tables and steps.
 * @param question whose prose it is: what is answered in it belongs to it
 */
export function componentsOf(question: Answerable) {
  const authored = {
    Aside,
    Claim,
    Demo: (props) => <Demo {...props} question={question} />,
    Derivation,
    M,
    Pitfall,
    ShortAnswer,
    Task: (props) => <Task {...props} question={question} />,
    When,
  } satisfies Authored
  return { ...authored, Code, Maths, Scroll, Step, StepSummary }
}
