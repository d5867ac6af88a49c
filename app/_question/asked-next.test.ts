import { expect, test } from 'vitest'
import { reasonToAsk } from './asked-next.ts'

const points = {
  form: { text: 'the penalty forms', from: 'intern' },
  priors: { text: 'the priors', from: 'senior' },
} as const
const marked = { level: 'mid', said: new Set(['form']) } as const

test.each([
  ['always', null, '', 'before anything is marked, everything may be asked'],
  ['missed:form', null, '', 'before anything is marked, everything may be asked'],
  ['always', marked, '', 'asked of everybody'],
  ['ticked:form', marked, 'Since you said it', 'it was said'],
  ['missed:form', marked, null, 'it was said'],
  ['ticked:priors', marked, null, 'it was not said'],
  ['missed:priors', marked, null, 'not expected at this level'],
  ['missed:priors', { ...marked, level: 'senior' }, 'Since this was missing: the priors', 'it is'],
  ['missed:gone', marked, '', 'a point that this version does not have any more'],
] as const)('%s, marked %j: %j (%s)', (when, given, reason, _why) => {
  expect(reasonToAsk({ when }, points, given)).toBe(reason)
})
