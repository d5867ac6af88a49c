import { readBank } from './bank.ts'
import { checkBank } from './check.ts'
import type { Answer, Order } from './in-two.ts'
import { adopt, readFiles, readingsOf } from './readings.ts'
import { wordList } from './rules/spelling.ts'

/* The other half of a check in two (in-two.ts): the folder is its own, and it ends with who started it. */

const root = process.cwd()

async function answer(order: Order): Promise<Answer> {
  if ('read' in order) {
    await readFiles(root, order.read)
    return { readings: readingsOf(root, order.read) }
  }
  // Whoever started it keeps what was read.
  adopt(root, order.adopt, true)
  return { problems: await checkBank(await readBank(root), await wordList(root), order.check) }
}

process.on('message', (order: Order) => {
  void answer(order).then((found) => process.send!(found))
})
process.on('disconnect', () => process.exit())
