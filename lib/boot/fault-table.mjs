/**
 * What a run of the fault tests says of itself. A fault test begins its title (or its group's) with
 * the ids of what it shows, "R1" or "S2 and S11", and the first number after them is its size.
 * @typedef {{ ids: string, title: string, size: string, isGood: boolean, outcome: string, seconds: number }} Row
 */

/**
 * The tests of Vitest's report or Playwright's, without those that a filter left out.
 * @param {string | null} text
 * @returns {Row[]}
 */
export function rowsOf(text) {
  if (text === null) return []
  const report = JSON.parse(text)
  if (report.suites) {
    const broken = report.errors.map((/** @type {{ message: string }} */ { message }) =>
      rowOf(String(message).split('\n', 1)[0] ?? '', 'failed', 0),
    )
    const files = report.suites.map((/** @type {any} */ file) => grouped(specsIn(file, [])))
    return [...broken, ...files.flat()]
  }
  return report.testResults.flatMap((/** @type {any} */ file) => {
    if (file.assertionResults.length === 0 && file.status === 'failed') {
      return [rowOf(`${file.name} does not load`, 'failed', 0)]
    }
    const ran = file.assertionResults.filter((/** @type {any} */ { status }) => {
      return ['passed', 'failed'].includes(status)
    })
    return grouped(
      ran.map((/** @type {any} */ { ancestorTitles, title, status, duration = 0 }) => ({
        titles: [...ancestorTitles, title],
        outcome: status,
        ms: duration,
      })),
    )
  })
}

/**
 * A group whose own title begins with an id is one row, as large as it has tests unless its title says;
 * so is a test that ran several times, in browsers of different width.
 * @param {{ titles: string[], outcome: string, ms: number }[]} tests
 * @returns {Row[]}
 */
function grouped(tests) {
  /** @type {Map<string, typeof tests>} */
  const groups = new Map()
  for (const each of tests) {
    const key = each.titles.find((title) => /^[RS]\d/.test(title)) ?? each.titles.join(' ')
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups].map(([title, members]) => {
    const outcomes = members.map(({ outcome }) => outcome)
    const outcome = ['failed', 'passed'].find((each) => outcomes.includes(each)) ?? 'skipped'
    const row = rowOf(
      title,
      outcome,
      members.reduce((sum, { ms }) => sum + ms, 0),
    )
    return members.length > 1 ? { ...row, size: row.size || `${members.length} tests` } : row
  })
}

/** @param {any} suite @param {string[]} above titles @returns {{ titles: string[], outcome: string, ms: number }[]} */
function specsIn({ specs = [], suites = [] }, above) {
  const own = specs.flatMap((/** @type {any} */ { title, tests }) =>
    tests.map((/** @type {any} */ { status, results }) => ({
      titles: [...above, title],
      outcome: outcomeOf(status, results),
      ms: results.reduce((/** @type {number} */ sum, /** @type {any} */ { duration }) => {
        return sum + duration
      }, 0),
    })),
  )
  const inner = suites.flatMap((/** @type {any} */ suite) => {
    return specsIn(suite, [...above, ...(suite.line > 0 ? [suite.title] : [])])
  })
  return [...own, ...inner]
}

/**
 * One that was broken off (a signal, a worker that died) is told as skipped, and has shown nothing.
 * @param {string} status @param {readonly { status?: string }[]} results
 */
function outcomeOf(status, results) {
  if (results.some((result) => result.status === 'interrupted')) return 'failed'
  return { expected: 'passed', skipped: 'skipped' }[status] ?? 'failed'
}

/** @param {string} title @param {string} outcome @param {number} ms @returns {Row} */
function rowOf(title, outcome, ms) {
  const ids = [...new Set(title.match(/\b[RS]\d{1,2}\b/g) ?? [])]
  const rest = title.replaceAll(/\b[RS]\d{1,2}\b/g, '')
  return {
    ids: ids.join(' '),
    title,
    size: /\d[\d,]*/.exec(rest)?.[0] ?? '',
    isGood: outcome !== 'failed',
    outcome,
    seconds: Math.round(ms / 100) / 10,
  }
}

/**
 * As Markdown, by id, what has none last.
 * @param {Row[]} rows
 * @param {{ size: string, on: Date }} run
 */
export function tableOf(rows, { size, on }) {
  const order = (/** @type {Row} */ { ids }) => {
    const [, letter = 'Z', number = '999'] = /^([RS])(\d+)/.exec(ids) ?? []
    return letter.charCodeAt(0) * 1000 + Number(number)
  }
  // What shows nothing of the list is left out, unless it failed.
  const shown = rows.filter(({ ids, isGood }) => ids !== '' || !isGood)
  const lines = shown
    .toSorted((a, b) => order(a) - order(b))
    .map(
      ({ ids, title, size: times, outcome, seconds }) =>
        `| ${ids} | ${titleWithout(title, ids)} | ${times} | ${outcome} | ${seconds.toFixed(1)} |`,
    )
  const count = (/** @type {string} */ wanted) =>
    shown.filter(({ outcome }) => outcome === wanted).length
  const skipped = count('skipped') > 0 ? `, ${count('skipped')} skipped` : ''
  return [
    `Run on ${on.toISOString().slice(0, 10)}, sizes: ${size}. ${count('passed')} passed, ${count('failed')} failed${skipped}.`,
    '',
    '| id | what | size | result | s |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n')
}

/** @param {string} title @param {string} ids */
function titleWithout(title, ids) {
  const start = new RegExp(`^((${ids.split(' ').join('|') || 'none'}|and|,|:|·)\\s*)+`)
  return title.replace(start, '').replaceAll('|', '\\|')
}
