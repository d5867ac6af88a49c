import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as solver from '#lib/solver/index.ts'
import { type FitCode, type Language, program } from './code.ts'
import { cases } from './code-cases.ts'
import { disagreement } from './code-digits.ts'

/* What *Copy as code* gives is run: TypeScript always, Python and R where they are installed (of $PYTHON,
   or python3; Rscript). What those two printed is kept in code.fixtures.json, and everything must agree
   with it. After a figure's data changed: WRITE_FIXTURES=1 npx vitest run lib/figures/code.test.ts */

type Printed = number[][]
type Fixtures = {
  tolerance: number
  versions: Partial<Record<Language, string>>
  printed: Record<string, Partial<Record<Language, Printed>>>
}

const file = new URL('code.fixtures.json', import.meta.url)
const fixtures = JSON.parse(readFileSync(file, 'utf8')) as Fixtures
const { tolerance } = fixtures

const programs = {
  python: {
    command: process.env['PYTHON'] ?? 'python3',
    options: ['-W', 'error::UserWarning', '-'],
    between: '\nprint("next")\n',
    version: `import sys, numpy, sklearn; print("Python", sys.version.split()[0] + ", numpy", numpy.__version__ + ", scikit-learn", sklearn.__version__)`,
  },
  r: {
    command: 'Rscript',
    options: ['-'],
    between: '\ncat("next\\n")\n',
    version: `cat(R.version.string, "glmnet", as.character(packageVersion("glmnet")), sep = ", ")`,
  },
}
const installed = {
  python: run('python', programs.python.version),
  r: run('r', programs.r.version),
}

const ids = Object.keys(cases)

describe('the TypeScript of each gives what is drawn', () => {
  test.each(ids)('%s', (id) => expectAll(id, evaluate(program(cases[id]!, 'typescript', id))))
})

for (const language of ['python', 'r'] as const) {
  const named = { python: 'scikit-learn', r: 'R' }[language]
  test.skipIf(installed[language] === undefined)(
    `${named} gives the same, run here`,
    { timeout: 300_000 },
    () => {
      const all = runAll(language, ids)
      if (process.env['WRITE_FIXTURES']) keep(language, all)
      for (const [i, id] of ids.entries()) expectAll(id, all[i]!)
    },
  )

  test.skipIf(process.env['WRITE_FIXTURES'])(`${named} gave the same, as it was kept`, () => {
    for (const id of ids) {
      const printed = fixtures.printed[id]?.[language]
      expect(printed, `${id} has no fixture: see the head of this file`).toBeDefined()
      expectAll(id, printed!)
    }
  })
}

test('another λ does not pass', () => {
  const id = 'gaussian, alpha 0.5'
  const [code] = cases[id] as [FitCode]
  const other = evaluate(program([{ ...code, lambda: code.lambda * 1.001 }], 'typescript', id))
  expect(() => expectAll(id, other)).toThrow()
})

test('the data stand there once for all models of them, with no more digits than it takes', () => {
  const [code] = cases['gaussian, alpha 0.5'] as [FitCode]
  const text = program([code, { ...code, says: 'Again' }], 'python', '')
  expect(text.match(/X = np/g)).toHaveLength(1)
  expect(text.match(/^print/gm)).toHaveLength(2)
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(110)
})

function expectAll(id: string, printed: Printed) {
  const codes = cases[id]!
  expect(printed.length, id).toBe(codes.length)
  for (const [i, code] of codes.entries()) {
    const [intercept = NaN, ...coefficients] = printed[i]!
    if (code.kind === 'fit') {
      expect(coefficients.length, id).toBe(code.expected.coefficients.length)
      expect(disagreement(code, { intercept, coefficients }), id).toBeLessThan(tolerance)
    } else
      for (const [k, value] of code.expected.entries())
        expect(Math.abs(printed[i]![k]! - value), id).toBeLessThan(
          tolerance * Math.max(1, Math.abs(value)),
        )
  }
}

function evaluate(text: string): Printed {
  const printed: Printed = []
  const body = text.replaceAll(
    /import (\{[^}]*\}) from '#lib\/solver\/index.ts'/g,
    'const $1 = solver',
  )
  const log = (...numbers: number[]) => printed.push(numbers)
  // oxlint-disable-next-line typescript/no-implied-eval -- it is our own program, and the point to run it
  new Function('solver', 'console', body)(solver, { log })
  return printed
}

function runAll(language: 'python' | 'r', wanted: readonly string[]): Printed[] {
  const texts = wanted.map((id) => program(cases[id]!, language, id))
  const output = run(language, texts.join(programs[language].between))
  return output!.split('next\n').map((part) =>
    part
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number)),
  )
}

/** @returns what it prints; nothing where the language or its library is not installed */
function run(language: 'python' | 'r', text: string): string | undefined {
  const { command, options, version } = programs[language]
  const ran = spawnSync(command, options, { input: text, encoding: 'utf8', maxBuffer: 1e8 })
  if (ran.status === 0) return ran.stdout
  if (text === version) return undefined
  throw new Error(`${command} failed: ${ran.stderr}`)
}

function keep(language: 'python' | 'r', all: readonly Printed[]) {
  fixtures.versions[language] = installed[language]!.trim()
  for (const [i, id] of ids.entries())
    fixtures.printed[id] = { ...fixtures.printed[id], [language]: all[i]!.map(rounded) }
  const present = Object.entries(fixtures.printed).filter(([id]) => ids.includes(id))
  // a line for each, so that a change shows which
  const lines = present.map(
    ([id, printed]) => `    ${JSON.stringify(id)}: ${JSON.stringify(printed)}`,
  )
  const [versions, printed] = [JSON.stringify(fixtures.versions), lines.join(',\n')]
  const text = `{\n  "tolerance": ${tolerance},\n  "versions": ${versions},\n  "printed": {\n${printed}\n  }\n}\n`
  writeFileSync(file, text)
}

function rounded(numbers: readonly number[]): number[] {
  return numbers.map((x) => Number(x.toPrecision(10)))
}
