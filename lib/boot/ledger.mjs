import { readIfThere } from './once.mjs'
import { Trouble } from './progress.mjs'
import { run } from './run.mjs'

/** Keeps the score of a test run: each check counts one, each suite as many as it ran. */
export function makeLedger(out = process.stdout) {
  let passed = 0
  let failed = 0

  /** @param {string} name @param {boolean} isGood @param {string} outcome @param {number} began */
  const print = (name, isGood, outcome, began) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    out.write(
      `${isGood ? 'ok  ' : 'FAIL'}  ${name.padEnd(12)} ${outcome.padEnd(36)} ${seconds} s\n`,
    )
  }
  return {
    /**
     * @template T
     * @param {string} name
     * @param {() => T | Promise<T>} work
     * @returns {Promise<{ made: T } | null>} null when it failed
     */
    async check(name, work) {
      const began = performance.now()
      try {
        const made = await work()
        passed += 1
        print(name, true, typeof made === 'string' ? made : '', began)
        return { made }
      } catch (error) {
        failed += 1
        print(name, false, '', began)
        const text = error instanceof Trouble ? error.message : /** @type {Error} */ (error).stack
        out.write(`${text}\n\n`)
        return null
      }
    },
    /** Runs a program that must succeed. @param {string} program @param {string[]} args */
    async command(program, args) {
      const { code, output } = await run(program, args)
      if (code !== 0) throw new Trouble(output.trim() || `${program} ended with ${code}.`)
      return ''
    },
    /**
     * Runs a suite that writes a report in JSON, and adds what it counted.
     * @param {string} name
     * @param {string} report
     * @param {() => Promise<{ code: number }>} work
     */
    async tests(name, report, work) {
      const began = performance.now()
      out.write(`      ${name}\n`)
      const { code } = await work()
      const counted = count(readIfThere(report))
      // A suite that ends badly without a failed test (nothing ran, a worker died) has failed as a whole.
      const lost = counted.failed === 0 && (code !== 0 || counted.passed === 0) ? 1 : 0
      passed += counted.passed
      failed += counted.failed + lost
      const isGood = counted.failed + lost === 0
      print(name, isGood, `${counted.passed} passed, ${counted.failed} failed.`, began)
      for (const title of counted.second) out.write(`      only at the second try: ${title}\n`)
    },
    sum: () => ({ passed, failed }),
  }
}

/**
 * Reads Vitest's report or Playwright's.
 * @param {string | null} text
 * @returns {{ passed: number, failed: number, second: string[] }} `second`: what passed, but not at once
 */
export function count(text) {
  if (text === null) return { passed: 0, failed: 0, second: [] }
  const report = JSON.parse(text)
  if (report.stats) {
    const { expected, unexpected, flaky } = report.stats
    const failed = unexpected + report.errors.length
    return { passed: expected + flaky, failed, second: report.suites.flatMap(flakyIn) }
  }
  // A file that does not load has no tests that could fail.
  const broken = report.testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failed = report.numFailedTests + broken.length
  return { passed: report.numPassedTests, failed, second: [] }
}

/**
 * @param {{ specs?: { title: string, tests: { status: string, projectName: string }[] }[], suites?: any[] }} suite
 * @returns {string[]}
 */
function flakyIn({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'flaky')
      .map(({ projectName }) => `[${projectName}] ${title}`),
  )
  return [...own, ...suites.flatMap(flakyIn)]
}
