import { readFileSync } from 'node:fs'

/**
 * Names a running process so that a later one with the same number is not taken for it: its number
 * and, where the system tells (Linux), its start time in clock ticks since boot.
 * @param {number} pid
 * @returns {string | null} null when no such process runs
 */
export function identity(pid) {
  if (!isRunning(pid)) return null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the command in parentheses and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return null
    return `${pid} ${fields[19]}`
  } catch {
    return String(pid)
  }
}

/** @param {string} mark an `identity` written down earlier */
export function isAlive(mark) {
  return identity(Number.parseInt(mark, 10)) === mark.trim()
}

/** @param {number} pid */
function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
