import { afterEach, describe, expect, test, vi } from 'vitest'
import { faultSize } from './fault-size.mjs'
import { rowsOf, tableOf } from './fault-table.mjs'
import { faultTests, inOrder, patternOf, sizedUnits, titlesIn } from './fault-titles.mjs'
import { asked, chosen } from './faults.mjs'

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
  [[], { size: 'ci', ids: null }],
  [['--full'], { size: 'full', ids: null }],
  [['--share', '0.05', '--only', 'r1, S4'], { size: '0.05', ids: ['R1', 'S4'] }],
  [['--share', '2'], /above 0/],
  [['--only', 'crash'], /like R1/],
])('%j asks for %j', (args, expected) => {
  if (expected instanceof RegExp) expect(() => asked(args)).toThrow(expected)
  else expect(asked(args)).toEqual(expected)
})

/** What has to hold, and is tried on every change: reliability.md, without what has no test yet. */
const IDS =
  'R1 R2 R3 R4 R5 R6 R7 R8 R9 R10 R12 R14 R17 S1 S2 S3 S4 S5 S6 S7 S8 S10 S11 S12 S13'.split(' ')

describe('which test shows what', () => {
  const tests = faultTests()

  test.each(IDS)('%s is tested, and by a test that has been seen to fail', (id) => {
    const its = tests.filter(({ ids }) => ids.includes(id))
    expect(its).not.toEqual([])
    expect(its.filter(({ hasControl }) => hasControl)).not.toEqual([])
    expect(chosen([id], tests)).toEqual(its)
    const pattern = new RegExp(patternOf([id]))
    for (const { ids, title } of tests)
      expect(pattern.test(`desktop a.spec.ts ${ids.join(' and ')}: ${title}`)).toBe(
        ids.includes(id),
      )
  })

  test('no other id is claimed, and the control: one that nothing shows is refused', () => {
    expect(inOrder(tests.flatMap(({ ids }) => ids))).toEqual(IDS)
    expect(() => chosen(['R1', 'R11', 'S99'])).toThrow(
      /^No test shows R11 or S99, so nothing was run\. There are tests of R1, R2, /,
    )
  })

  test('units that ask for two sizes and show nothing of the list are known too', () => {
    expect(sizedUnits()).toContain('lib/quiz/variants/variants.test.ts')
    expect(sizedUnits()).not.toContain('lib/study/reviews.test.ts')
    expect(sizedUnits([])).toContain('lib/study/reviews.test.ts')
  })

  test('titles are read from the source, with their controls', () => {
    const source = `test('R1: lost', () => { /* The control: */ })
describe("S2 and S11: told", () => {})
test(\`R10: \${N} times\`, f)
test('the R1 of R2', f)`
    expect(titlesIn('a.test.ts', source)).toEqual([
      { file: 'a.test.ts', ids: ['R1'], title: 'lost', hasControl: true },
      { file: 'a.test.ts', ids: ['S2', 'S11'], title: 'told', hasControl: false },
      { file: 'a.test.ts', ids: ['R10'], title: '${N} times', hasControl: false },
    ])
  })
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
          {
            title: 'R3: broken off after 2 of 500',
            tests: [{ status: 'skipped', results: [{ duration: 100, status: 'interrupted' }] }],
          },
          {
            title: 'R7: of another width',
            tests: [{ status: 'skipped', results: [{ duration: 0, status: 'skipped' }] }],
          },
        ],
        suites: [
          {
            title: 'S2: told',
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
          { ancestorTitles: [], title: 'R4: fails 40 ways', status: 'passed', duration: 70 },
          { ancestorTitles: [], title: 'R9: left out', status: 'skipped' },
          { ancestorTitles: ['S8: a'], title: 'b', status: 'passed', duration: 100 },
          { ancestorTitles: ['S8: a'], title: 'c', status: 'failed', duration: 100 },
          { ancestorTitles: [], title: 'of something else', status: 'passed', duration: 1 },
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
      'Run on 2026-11-30, sizes: full. 2 passed, 4 failed, 1 skipped.',
      '',
      '| id | what | size | result | s |',
      '| --- | --- | --- | --- | --- |',
      '| R3 | broken off after 2 of 500 | 2 | failed | 0.1 |',
      '| R4 | fails 40 ways | 40 | passed | 0.1 |',
      '| R7 | of another width |  | skipped | 0.0 |',
      '| R10 R1 | nothing is lost in 1,000 kills \\| of one | 1,000 | passed | 1.2 |',
      '| S2 | told |  | failed | 0.1 |',
      '| S8 | a | 2 tests | failed | 0.2 |',
      '|  | y.test.ts does not load |  | failed | 0.0 |',
      '',
    ])
  })
})
