import { expect, test } from 'vitest'
import { annotation } from './annotation.ts'
import { nearest } from './nearest.ts'
import { ContentError, formatProblem, type Problem } from './problem.ts'

const problem: Problem = {
  path: 'content/questions/a/b,c.mdx',
  line: 41,
  column: 7,
  severity: 'error',
  rule: 'maths/tex',
  message: '100% wrong',
  hint: 'write\nit anew',
}

test('a problem is one line that editors can follow, and its hint', () => {
  expect(formatProblem({ ...problem, hint: 'mend it' })).toBe(
    'content/questions/a/b,c.mdx:41:7 error maths/tex 100% wrong\n  fix: mend it',
  )
})

test('in GitHub Actions it stands beside the line', () => {
  expect(annotation(problem)).toBe(
    '::error file=content/questions/a/b%2Cc.mdx,line=41,col=7,title=maths/tex::100%25 wrong%0Afix: write%0Ait anew',
  )
})

test('an error of content has places instead of a stack', () => {
  const { message, stack } = new ContentError([problem])
  expect(message).toContain('b,c.mdx:41:7')
  expect(stack).not.toMatch(/\n\s+at /)
})

test.each([
  ['minuets', 'minutes'],
  ['Demoo', 'Demo'],
  ['l', 'l1'],
  ['lamda', 'lambda'],
  ['geometri', 'geometry'],
  ['xyz', null],
])('%s: did you mean %s', (word, expected) => {
  expect(nearest(word, ['minutes', 'Demo', 'l1', 'lambda', 'geometry'])).toBe(expected)
})
