import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './root.mjs'

/**
 * Which test shows what: a test of faults or attacks begins its own title, or its group's, with the ids of
 * what it shows, "R1: …" or "S2 and S11: …". Read from the sources, so that nobody keeps a list.
 * @typedef {{ file: string, ids: string[], title: string, hasControl: boolean }} FaultTest
 */

const IDS = String.raw`[RS]\d{1,2}(?: and [RS]\d{1,2})*`
const TITLE = new RegExp(`['"\`](${IDS}): ([^'"\`\\n]*)`, 'g')
/** Those of this, with titles as samples. */
const OWN = 'lib/boot/faults.test.ts'

/** @param {string} [root] @returns {FaultTest[]} */
export function faultTests(root = ROOT) {
  return testFiles(root).flatMap((file) =>
    titlesIn(file, readFileSync(path.join(root, file), 'utf8')),
  )
}

/**
 * Unit tests that ask for two sizes as well, and show nothing of the list.
 * @param {ReturnType<typeof faultTests>} [tests]
 */
export function sizedUnits(tests = faultTests(), root = ROOT) {
  const titled = new Set(tests.map(({ file }) => file))
  return testFiles(root).filter(
    (file) =>
      file.includes('.test.') &&
      !titled.has(file) &&
      readFileSync(path.join(root, file), 'utf8').includes('faultSize('),
  )
}

/** @param {string} root */
function testFiles(root) {
  return ['app', 'lib', 'e2e'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(test|spec)\.tsx?$/.test(name))
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .filter((file) => file !== OWN),
  )
}

/**
 * A test reaches to the next title; its control is a test in it, or a part of it, that says so.
 * @param {string} file
 * @param {string} text
 * @returns {FaultTest[]}
 */
export function titlesIn(file, text) {
  const found = [...text.matchAll(TITLE)]
  return found.map((match, nth) => ({
    file,
    ids: match[1]?.split(' and ') ?? [],
    title: match[2] ?? '',
    hasControl: /\bthe control\b/i.test(text.slice(match.index, found[nth + 1]?.index)),
  }))
}

/**
 * What Vitest and Playwright look for in the titles of a test and its groups, one after the other.
 * @param {readonly string[] | null} ids null for whichever
 */
export function patternOf(ids) {
  const wanted = ids ? `(${ids.join('|')})` : String.raw`[RS]\d{1,2}`
  return String.raw`(^|\s)([RS]\d{1,2} and )*${wanted}( and [RS]\d{1,2})*: `
}

/** "R1, R2, S10": by letter, then by number. @param {readonly string[]} ids */
export function inOrder(ids) {
  const rank = (/** @type {string} */ id) => id.charCodeAt(0) * 1000 + Number(id.slice(1))
  return [...new Set(ids)].toSorted((a, b) => rank(a) - rank(b))
}
