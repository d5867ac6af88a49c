import { withClient } from './connection.mjs'
import { Trouble } from './progress.mjs'

const SETTINGS = /** @type {const} */ (['fsync', 'full_page_writes', 'synchronous_commit'])
/** Deadlines are the database's, the rest is the machine's: they must tell the same time. In ms. */
export const CLOCK_TOLERANCE = 2000

/**
 * Makes sure that what the database acknowledges survives a crash, and that its clock is ours.
 * @param {string} url
 * @returns {Promise<string>} what was found, for people to read
 */
export function checkDatabase(url) {
  return withClient(url, async (client) => {
    const asked = Date.now()
    const { rows } = await client.query(
      `select ${SETTINGS.map((name) => `current_setting('${name}') as ${name}`).join(', ')},
        current_setting('data_checksums') as checksums,
        extract(epoch from clock_timestamp()) * 1000 as now`,
    )
    const answered = Date.now()
    const { now, checksums, ...settings } = rows[0]
    assertDurable(settings)
    // Off, a page that the disk has damaged is noticed late, but nothing confirmed is lost by it.
    const apart = assertSameTime(Number(now), asked, answered)
    return `durable, checksums ${checksums}, clocks ${apart} ms apart`
  })
}

/** @param {Record<string, string>} settings */
export function assertDurable(settings) {
  for (const name of SETTINGS) {
    if (settings[name] === 'off') {
      throw new Trouble(
        `The database runs with ${name} = off: a crash could lose answers it has confirmed. ` +
          `Turn it on: alter system set ${name} = on; select pg_reload_conf();`,
      )
    }
  }
}

/**
 * @param {number} theirs the database's time, read at some moment between the other two, all in ms
 * @param {number} asked
 * @param {number} answered
 * @returns {number} the least that the clocks can differ by
 */
export function assertSameTime(theirs, asked, answered) {
  const apart = Math.round(Math.max(0, asked - theirs, theirs - answered))
  if (apart <= CLOCK_TOLERANCE) return apart
  throw new Trouble(
    `The database's clock and this machine's are ${(apart / 1000).toFixed(1)} s apart; ` +
      'deadlines would be wrong. Set both by NTP.',
  )
}
