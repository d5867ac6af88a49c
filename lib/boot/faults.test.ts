import { afterEach, describe, expect, test, vi } from 'vitest'
import { faultSize } from './fault-size.mjs'
import { rowsOf, tableOf } from './fault-table.mjs'
import { asked, faultUnits } from './faults.mjs'

afterEach(() => void vi.unstubAllEnvs())

test.each([
  ['', 5],
  ['full', 1000],
  ['0.1', 100],
  ['0.001', 5],
  ['much', 5],
])('with RIDGELINE_FAULTS "%s" a test of 5 and 1,000 repeats %i times', (value, times) => {
  vi.stubEnv('RIDGELINE_FAULTS', value)
  expect(faultSize(5, 1000)).toBe(times)
})

test.each<[string[], object | RegExp]>([
  [[], { size: 'ci', filter: [] }],
  [['--full'], { size: 'full', filter: [] }],
  [['--share', '0.05', '--only', 'r1, S4'], { size: '0.05', filter: ['\\b(R1|S4)\\b'] }],
  [['--share', '2'], /above 0/],
  [['--only', 'crash'], /like R1/],
])('%j asks for %j', (args, expected) => {
  if (expected instanceof RegExp) expect(() => asked(args)).toThrow(expected)
  else expect(asked(args)).toEqual(expected)
})

test('the units that repeat, or say what they show, are found by what is in them', () => {
  expect(faultUnits()).toContain('lib/study/reviews.test.ts')
  expect(faultUnits()).toContain('lib/boot/backup.test.ts')
  expect(faultUnits()).not.toContain('lib/boot/serve.test.ts')
})

describe('the table', () => {
  const playwright = JSON.stringify({
    errors: [],
    suites: [
      {
        title: 'faults/a.spec.ts',
        line: 0,
        specs: [
          {
            title: 'R10 and R1: nothing is lost in 1,000 kills | of one',
            tests: [{ status: 'expected', results: [{ duration: 1234 }] }],
          },
        ],
        suites: [
          {
            title: 'S2',
            line: 9,
            specs: [
              { title: 'foreign', tests: [{ status: 'unexpected', results: [{ duration: 50 }] }] },
            ],
          },
        ],
      },
    ],
  })
  const vitest = JSON.stringify({
    testResults: [
      {
        name: 'x.test.ts',
        status: 'passed',
        assertionResults: [
          { fullName: 'R4 fails 40 ways', status: 'passed', duration: 70 },
          { fullName: 'R9 left out', status: 'skipped' },
          { fullName: 'S8: a b', ancestorTitles: ['S8: a'], status: 'passed', duration: 100 },
          { fullName: 'S8: a c', ancestorTitles: ['S8: a'], status: 'failed', duration: 100 },
          { fullName: 'of something else', ancestorTitles: [], status: 'passed', duration: 1 },
        ],
      },
      { name: 'y.test.ts', status: 'failed', assertionResults: [] },
    ],
  })

  test('both reports, by id, a file that does not load as a failure', () => {
    const table = tableOf([...rowsOf(playwright), ...rowsOf(vitest), ...rowsOf(null)], {
      size: 'full',
      on: new Date('2026-11-30T01:00:00Z'),
    })
    expect(table.split('\n')).toEqual([
      'Run on 2026-11-30, sizes: full. 2 passed, 3 failed.',
      '',
      '| id | what | size | result | s |',
      '| --- | --- | --- | --- | --- |',
      '| R4 | fails 40 ways | 40 | passed | 0.1 |',
      '| R10 R1 | nothing is lost in 1,000 kills \\| of one | 1,000 | passed | 1.2 |',
      '| S2 | foreign |  | failed | 0.1 |',
      '| S8 | a | 2 tests | failed | 0.2 |',
      '|  | y.test.ts does not load |  | failed | 0.0 |',
      '',
    ])
  })
})
