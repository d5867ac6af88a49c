import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { questionPaths, readBank } from './bank.ts'
import { checkBank } from './check.ts'
import { byPlace, type Problem } from './problem.ts'
import { adopt, keepReadings, readFiles, type Reading, readingsOf, unread } from './readings.ts'
import { wordList } from './rules/spelling.ts'

/** What the other process is asked, in this order, and what it answers. */
export type Order = { read: string[] } | { adopt: Reading[]; check: string[] }
export type Answer = { readings: Reading[] } | { problems: Problem[] }

/** From so many files a second process is worth its start. */
const WORTH = 200

export async function isWorthTwo(root: string): Promise<boolean> {
  return availableParallelism() > 1 && (await questionPaths(root)).length >= WORTH
}

/** The whole bank, read and checked by two processes: each checks what it has read itself. */
export async function checkInTwo(root: string): Promise<Problem[]> {
  const paths = await questionPaths(root)
  const fresh = await unread(root, paths)
  // Without anything to read each takes every other one; the costly ones stand together in the bank.
  const [mine, theirs] = dealt(fresh.length >= WORTH ? fresh : paths)
  const other = second(root)
  try {
    const [readings] = await Promise.all([
      other.ask({ read: theirs }) as Promise<{ readings: Reading[] }>,
      readFiles(root, mine),
    ])
    adopt(root, readings.readings)
    const isTheirs = new Set(theirs)
    const own = paths.filter((path) => !isTheirs.has(path))
    const bank = await readBank(root)
    await keepReadings(root, bank.files)
    const [{ problems }, ours] = await Promise.all([
      other.ask({ adopt: readingsOf(root, own), check: theirs }) as Promise<{
        problems: Problem[]
      }>,
      checkBank(bank, await wordList(root), own),
    ])
    const lists = bank.problems.filter(({ path }) => path.endsWith('.yaml'))
    return [...lists, ...ours, ...problems].toSorted(byPlace)
  } finally {
    other.end()
  }
}

function dealt(paths: readonly string[]): [string[], string[]] {
  return [paths.filter((_, nth) => nth % 2 === 0), paths.filter((_, nth) => nth % 2 === 1)]
}

/** A process, not a thread: a thread would not inherit what lets it read TypeScript. */
function second(root: string) {
  const child = fork(fileURLToPath(new URL('./in-two-other.ts', import.meta.url)), {
    cwd: root,
    execArgv: process.execArgv,
    serialization: 'advanced',
  })
  return {
    ask: (order: Order) =>
      new Promise<Answer>((resolve, reject) => {
        child.once('message', (answer) => resolve(answer as Answer))
        child.once('exit', (code) => reject(new Error(`half of the check ended with ${code}`)))
        child.send(order)
      }),
    end: () => child.disconnect(),
  }
}
