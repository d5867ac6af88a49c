import type { ComponentType, ReactNode } from 'react'
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
import { When } from './when.tsx'

/** What the author wrote, and what stands between the tags. */
type Authored = {
  [N in ComponentName]: ComponentType<PropsOf<N> & { children?: ReactNode; figure?: number }>
}

const authored = {
  Aside,
  Claim,
  Demo,
  Derivation,
  M,
  Pitfall,
  ShortAnswer,
  When,
} satisfies Authored

/** The author's vocabulary, and what the compiler makes of formulas, code, tables and steps. */
export const components = { ...authored, Code, Maths, Scroll, Step, StepSummary }
